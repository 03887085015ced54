/** Steps of an OAuth sign-in. Source: seed 004. */
export const OAUTH_STEPS = [
  'start',
  'callback',
  'code_exchange',
  'userinfo',
  'account_link',
  'refresh',
] as const;
export type OAuthStep = (typeof OAUTH_STEPS)[number];

export const MFA_FACTORS = ['totp', 'webauthn', 'sms', 'email', 'push', 'recovery_code'] as const;
export type MfaFactor = (typeof MFA_FACTORS)[number];

export const MFA_STAGES = ['issued', 'verified', 'abandoned'] as const;
export type MfaStage = (typeof MFA_STAGES)[number];

export const PASSWORD_RESET_EVENTS = [
  'requested',
  'email_sent',
  'completed',
  'failed',
  'expired',
] as const;
export type PasswordResetEvent = (typeof PASSWORD_RESET_EVENTS)[number];

export const GUEST_EVENTS = ['created', 'resumed', 'converted', 'expired', 'rejected'] as const;
export type GuestEvent = (typeof GUEST_EVENTS)[number];

export const HASH_ALGORITHMS = ['argon2', 'bcrypt', 'scrypt', 'pbkdf2'] as const;
export type HashAlgorithm = (typeof HASH_ALGORITHMS)[number];

export const HASH_OPERATIONS = ['hash', 'verify'] as const;
export type HashOperation = (typeof HASH_OPERATIONS)[number];
