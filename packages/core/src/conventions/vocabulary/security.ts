export const RATE_LIMIT_RESULTS = ['allowed', 'limited', 'skipped', 'store_error'] as const;
export type RateLimitResult = (typeof RATE_LIMIT_RESULTS)[number];

export const LOCKOUT_CAUSES = ['max_retries', 'suspicious', 'customer', 'admin', 'other'] as const;
export type LockoutCause = (typeof LOCKOUT_CAUSES)[number];

export const LOCKOUT_TRANSITIONS = ['locked', 'unlocked', 'expired'] as const;
export type LockoutTransition = (typeof LOCKOUT_TRANSITIONS)[number];

export const SEVERITIES = ['info', 'warn', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const SECURITY_EVENTS = [
  'token_reuse',
  'csrf_failure',
  'brute_force',
  'credential_stuffing',
  'password_spray',
  'failure_spike',
  'impossible_travel',
  'session_use_after_expire',
  'signature_burst',
  'success_after_failures',
] as const;
export type SecurityEvent = (typeof SECURITY_EVENTS)[number];
