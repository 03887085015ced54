import type { AuthErrorType } from '../../conventions';
import type { Clue, ClueTable, MessagePrefix } from '../clue';
import { readField, readObject, readText } from '../safe-read';
import { readStatus } from '../read-status';

/** One exception for everything that Cognito refuses. */
const NOT_AUTHORIZED_MESSAGES: readonly MessagePrefix[] = [
  ['Incorrect username or password', 'invalid_credentials'],
  ['Password attempts exceeded', 'account_locked'],
  ['User is disabled', 'user_disabled'],
  ['User is not confirmed', 'challenge_required'],
  ['Temporary password has expired', 'challenge_required'],
  ['Access Token has expired', 'expired_token'],
  ['Access Token has been revoked', 'token_revoked'],
  ['Refresh Token has expired', 'expired_token'],
  ['Refresh Token has been revoked', 'token_revoked'],
  ['Invalid session for the user, session is expired', 'expired_token'],
  ['Invalid session for the user, session can only be used once', 'token_reuse'],
  ['Invalid Access Token', 'invalid_format'],
  ['Could not verify signature for Access Token', 'invalid_signature'],
  ['Access Token does not have required scopes', 'insufficient_permissions'],
  ['Access Token has insufficient scopes', 'insufficient_permissions'],
  ['Unable to verify secret hash', 'configuration_error'],
  ['SecretHash does not match', 'configuration_error'],
  ['Client is configured with secret', 'configuration_error'],
  ['Auth flow not enabled', 'configuration_error'],
  ['SignUp is not permitted', 'configuration_error'],
];

const INVALID_PARAMETER_MESSAGES: readonly MessagePrefix[] = [
  ['USER_PASSWORD_AUTH flow not enabled', 'configuration_error'],
  ['USER_SRP_AUTH', 'configuration_error'],
  ['Auth flow not enabled', 'configuration_error'],
  ['Initiate Auth method not supported', 'configuration_error'],
  ['Custom auth lambda trigger is not configured', 'configuration_error'],
];

const OPERATOR: Clue = { errorType: 'configuration_error' };
const UPSTREAM: Clue = { errorType: 'dependency_error' };
const STEP: Clue = { errorType: 'challenge_required' };

/** AWS names that would mean something else in a framework, or that tell nothing by themselves. */
const AWS_TYPE_BY_NAME: ReadonlyMap<string, AuthErrorType> = new Map([
  ['ForbiddenException', 'access_denied'],
  ['UnauthorizedException', 'invalid_credentials'],
  ['InternalServerException', 'dependency_error'],
]);

/** Cognito's exceptions, and those by which AWS refuses the service's own credentials. */
export const COGNITO_CLUES: ClueTable = {
  NotAuthorizedException: { messages: NOT_AUTHORIZED_MESSAGES, errorType: 'invalid_credentials' },
  InvalidParameterException: {
    messages: INVALID_PARAMETER_MESSAGES,
    errorType: 'invalid_format',
  },
  UserNotFoundException: 'user_not_found',
  CodeMismatchException: 'invalid_credentials',
  EnableSoftwareTokenMFAException: 'invalid_credentials',
  ExpiredCodeException: 'expired_token',
  RefreshTokenReuseException: 'token_reuse',
  UserNotConfirmedException: STEP,
  PasswordResetRequiredException: STEP,
  MFAMethodNotFoundException: STEP,
  SoftwareTokenMFANotFoundException: STEP,
  TooManyFailedAttemptsException: 'account_locked',
  LimitExceededException: 'rate_limited',
  UserLambdaValidationException: 'access_denied',
  InvalidPasswordException: 'invalid_format',
  InvalidLambdaResponseException: UPSTREAM,
  UnexpectedLambdaException: UPSTREAM,
  CodeDeliveryFailureException: UPSTREAM,
  InternalErrorException: UPSTREAM,
  ThrottlingException: UPSTREAM,
  ResourceNotFoundException: OPERATOR,
  InvalidUserPoolConfigurationException: OPERATOR,
  InvalidOAuthFlowException: OPERATOR,
  AccessDeniedException: OPERATOR,
  UnrecognizedClientException: OPERATOR,
  InvalidSignatureException: OPERATOR,
  IncompleteSignatureException: OPERATOR,
  MissingAuthenticationTokenException: OPERATOR,
  SignatureDoesNotMatch: OPERATOR,
  InvalidClientTokenId: OPERATOR,
  ExpiredTokenException: OPERATOR,
  ExpiredToken: OPERATOR,
  CredentialsProviderError: OPERATOR,
};

/** Any other answer of an AWS service, recognised by `$metadata`: by name, else a 5xx or an unreadable body. */
export function readAwsError(error: object): AuthErrorType | undefined {
  if (readObject(error, '$metadata') === undefined) return undefined;
  const name = readText(error, 'name');
  const known = name === undefined ? undefined : AWS_TYPE_BY_NAME.get(name);
  if (known !== undefined) return known;
  const status = readStatus(error);
  const isServerSide =
    readField(error, '$fault') === 'server' ||
    status === 429 ||
    (status !== undefined && status >= 500) ||
    name === 'SyntaxError' ||
    name === 'UnknownError';
  return isServerSide ? 'dependency_error' : undefined;
}
