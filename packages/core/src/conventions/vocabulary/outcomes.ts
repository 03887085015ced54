/** How something ended. Two values only: why it failed is told by `reason` and `error.type`. */
export const AUTH_OUTCOMES = ['success', 'failure'] as const;
export type AuthOutcome = (typeof AUTH_OUTCOMES)[number];
