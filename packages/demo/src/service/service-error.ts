/** Why the service refuses, and with what status. The codes alone tell Authmeter the reason. */
const STATUS_BY_CODE = {
  MALFORMED_REQUEST: 400,
  MALFORMED_CREDENTIALS: 401,
  MISSING_CREDENTIALS: 401,
  INVALID_CREDENTIALS: 401,
  USER_NOT_FOUND: 401,
  UNKNOWN_KEY: 401,
  TOKEN_REVOKED: 401,
  TOKEN_REUSED: 401,
  INVALID_TOKEN: 401,
  INVALID_CODE: 401,
  INVALID_REFRESH_TOKEN: 401,
  EXPIRED_REFRESH_TOKEN: 401,
  INVALID_API_KEY: 401,
  API_KEY_REVOKED: 401,
  INVALID_RESET_TOKEN: 400,
  EXPIRED_RESET_TOKEN: 400,
  USER_DISABLED: 403,
  INSUFFICIENT_ROLE: 403,
  CSRF_FAILED: 403,
  EMAIL_TAKEN: 409,
  WEAK_PASSWORD: 422,
  ACCOUNT_LOCKED: 423,
  PROVIDER_UNAVAILABLE: 503,
} as const;

export type ServiceErrorCode = keyof typeof STATUS_BY_CODE;

/** A refusal of the service. */
export class ServiceError extends Error {
  readonly status: number;

  constructor(
    readonly code: ServiceErrorCode,
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'ServiceError';
    this.status = STATUS_BY_CODE[code];
  }
}
