/** Names of the errors of token libraries, which this application takes for refusals. */
const REFUSALS: readonly unknown[] = [
  'JsonWebTokenError',
  'TokenExpiredError',
  'NotBeforeError',
  'JWKSNoMatchingKey',
];
/** An outage of the store hides behind a 401 here, as it does in many an application. */
const HIDDEN_OUTAGE = 'ECONNREFUSED';
const UNAUTHORIZED = 401;
const INTERNAL_SERVER_ERROR = 500;

/** The status with which the application's error handler answers an error. */
export function statusOf(error: unknown): number {
  const { name, code, status } = error as Readonly<Record<string, unknown>>;
  if (typeof status === 'number') return status;
  return REFUSALS.includes(name) || code === HIDDEN_OUTAGE ? UNAUTHORIZED : INTERNAL_SERVER_ERROR;
}
