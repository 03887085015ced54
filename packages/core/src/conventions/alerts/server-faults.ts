import type { AuthReason } from '../vocabulary/reasons';

/** Reasons that are the service's own fault: they spend its error budget and are no attack. */
export const SERVER_FAULT_REASONS = [
  'dependency_error',
  'internal_error',
] as const satisfies readonly AuthReason[];
