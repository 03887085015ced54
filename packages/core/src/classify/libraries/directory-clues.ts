import type { AuthErrorType } from '../../conventions';
import type { Clue, ClueTable } from '../clue';
import { readText } from '../safe-read';

/** The hexadecimal `data` by which Active Directory explains result 49. Source: MS-ADTS, Win32 error codes. */
const TYPE_BY_AD_DATA: ReadonlyMap<string, AuthErrorType> = new Map([
  ['525', 'user_not_found'],
  ['52e', 'invalid_credentials'],
  ['530', 'access_denied'],
  ['531', 'access_denied'],
  ['532', 'challenge_required'],
  ['533', 'user_disabled'],
  ['701', 'user_disabled'],
  ['773', 'challenge_required'],
  ['775', 'account_locked'],
]);

const AD_DATA = /, data ([0-9a-f]{3}),/;

function readActiveDirectoryData(error: object): AuthErrorType | undefined {
  const message = readText(error, 'lde_message') ?? readText(error, 'message');
  const data = message === undefined ? undefined : AD_DATA.exec(message)?.[1];
  return data === undefined ? undefined : TYPE_BY_AD_DATA.get(data);
}

const REFUSED: Clue = { refine: readActiveDirectoryData, errorType: 'invalid_credentials' };
const UNREACHABLE: Clue = { errorType: 'dependency_error' };
const OPERATOR: Clue = { errorType: 'configuration_error' };

/** LDAP results as ldapts and ldapjs name them. Source: RFC 4511 section 4.1.9. */
export const DIRECTORY_CLUES: ClueTable = {
  InvalidCredentialsError: REFUSED,
  LDAPInvalidCredentialsError: REFUSED,
  NoSuchObjectError: 'user_not_found',
  InvalidDNSyntaxError: 'invalid_format',
  InvalidDnSyntaxError: 'invalid_format',
  InsufficientAccessError: 'insufficient_permissions',
  InsufficientAccessRightsError: 'insufficient_permissions',
  InappropriateAuthError: 'invalid_credentials',
  InappropriateAuthenticationError: 'invalid_credentials',
  ConstraintViolationError: 'account_locked',
  BusyError: UNREACHABLE,
  UnavailableError: UNREACHABLE,
  UnwillingToPerformError: UNREACHABLE,
  OperationsError: UNREACHABLE,
  TimeLimitExceededError: UNREACHABLE,
  AdminLimitExceededError: UNREACHABLE,
  UnavailableCriticalExtensionError: UNREACHABLE,
  ResultCodeError: UNREACHABLE,
  UnknownStatusCodeError: UNREACHABLE,
  MessageParserError: UNREACHABLE,
  ConnectionError: UNREACHABLE,
  StrongAuthRequiredError: OPERATOR,
  ConfidentialityRequiredError: OPERATOR,
  AuthMethodNotSupportedError: OPERATOR,
};
