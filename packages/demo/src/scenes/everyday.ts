import { EVERYDAY_ACCOUNTS } from './everyday-accounts';
import { EVERYDAY_REQUESTS } from './everyday-requests';
import type { EverydayStream } from './stream';

/** What goes on under every scene. */
export const EVERYDAY: readonly EverydayStream[] = [...EVERYDAY_REQUESTS, ...EVERYDAY_ACCOUNTS];
