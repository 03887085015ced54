import type { FailureHints } from '../model/facts';

/** What an adapter knows and an error does not; every field may be absent. */
export type AuthErrorHints = FailureHints;
