import type { AuthErrorType, AuthOperation } from '../conventions';

/** What a status alone says about an ordinary request. 401 is not here: the request knows more. */
const REFUSING_STATUS: ReadonlyMap<number, AuthErrorType> = new Map([
  [403, 'insufficient_permissions'],
  [423, 'account_locked'],
  [429, 'rate_limited'],
]);

/** What every declared operation understands alike. */
const STATUS_OF_ANY_OPERATION: readonly (readonly [number, AuthErrorType])[] = [
  [423, 'account_locked'],
  [429, 'rate_limited'],
  [500, 'internal_error'],
  [501, 'internal_error'],
  [502, 'dependency_error'],
  [503, 'dependency_error'],
  [504, 'dependency_error'],
];

/** An operation that judges a credential refuses with any of these and means the same. */
const STATUS_OF_A_JUDGING_OPERATION: ReadonlyMap<number, AuthErrorType> = new Map([
  ...([400, 401, 403, 404, 409, 410, 422] as const).map(
    (status) => [status, 'invalid_credentials'] as const,
  ),
  ...STATUS_OF_ANY_OPERATION,
]);

/** An operation that takes a form refuses what it cannot use. */
const STATUS_OF_A_FORM: ReadonlyMap<number, AuthErrorType> = new Map([
  [400, 'invalid_format'],
  [413, 'invalid_format'],
  [415, 'invalid_format'],
  [422, 'invalid_format'],
  [403, 'access_denied'],
  ...STATUS_OF_ANY_OPERATION,
]);

/** An auth layer's own answers besides the refusing ones. */
const STATUS_OF_A_LAYER: ReadonlyMap<number, AuthErrorType> = new Map([
  [400, 'invalid_format'],
  [422, 'invalid_format'],
  ...STATUS_OF_ANY_OPERATION,
]);

const FORM_OPERATIONS: ReadonlySet<AuthOperation> = new Set(['register', 'password_reset']);

/** Why a response with this status refuses a request that nobody judged; undefined when it does not. */
export function refusalOfStatus(
  status: number | undefined,
  { credentialPresent, credentialMalformed }: CredentialState,
): AuthErrorType | undefined {
  if (status === undefined) return undefined;
  if (status !== 401) return REFUSING_STATUS.get(status);
  if (credentialPresent === false) return 'missing_auth';
  return credentialMalformed === true ? 'invalid_format' : 'unknown';
}

/** Why an auth layer that answered by itself refused; undefined when its answer is no refusal. */
export function causeOfLayerStatus(status: number | undefined): AuthErrorType | undefined {
  return status === undefined ? undefined : STATUS_OF_A_LAYER.get(status);
}

/** What is known of a request's credential before anybody judged it. */
export interface CredentialState {
  readonly credentialPresent?: boolean | undefined;
  readonly credentialMalformed?: boolean | undefined;
}

/** Operations that are about one credential: refused without a word, it was judged wrong. */
const CREDENTIAL_OPERATIONS: ReadonlySet<AuthOperation> = new Set([
  'login',
  'token_refresh',
  'mfa_verify',
]);
export const FIRST_ERROR_STATUS = 400;

/**
 * Why a declared operation that answered with this status failed. A login that its host calls failed although it
 * redirects, or has no status at all, was refused for its credential; `unknown` when nothing says why.
 */
export function causeOfOperationStatus(
  operation: AuthOperation,
  status: number | undefined,
): AuthErrorType {
  if (status === undefined || status < FIRST_ERROR_STATUS) {
    return CREDENTIAL_OPERATIONS.has(operation) ? 'invalid_credentials' : 'unknown';
  }
  const table = FORM_OPERATIONS.has(operation) ? STATUS_OF_A_FORM : STATUS_OF_A_JUDGING_OPERATION;
  return table.get(status) ?? 'unknown';
}
