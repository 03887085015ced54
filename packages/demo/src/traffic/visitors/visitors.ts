import type { Visitor } from '../visit';
import { ATTACKERS } from './attackers';
import { CUSTOMERS } from './customers';
import { MACHINES } from './machines';

/** Who comes on a normal day, how often, and what they do. */
export const VISITORS: readonly Visitor[] = [...CUSTOMERS, ...MACHINES, ...ATTACKERS];
