import type { ClueTable } from '../clue';

/** Words that programs use as codes of their own and whose parts would mislead, or say too little. */
export const GENERAL_CLUES: ClueTable = {
  ConfigurationError: 'configuration_error',
  ConfigError: 'configuration_error',
  INTERNAL_ERROR: { errorType: 'internal_error', isWeak: true },
  INTERNAL_SERVER_ERROR: { errorType: 'internal_error', isWeak: true },
  internal_error: { errorType: 'internal_error', isWeak: true },
  internal_server_error: { errorType: 'internal_error', isWeak: true },
  SERVICE_UNAVAILABLE: { errorType: 'dependency_error', isWeak: true },
  UNAUTHENTICATED: {},
  InvalidStateError: {},
  UnsupportedUserStateException: {},
  ACCOUNT_NOT_LINKED: 'access_denied',
  account_not_linked: 'access_denied',
  UNAUTHORIZED: {},
  Unauthorized: {},
  Forbidden: {},
  FORBIDDEN: { errorType: 'insufficient_permissions', isWeak: true },
  BAD_REQUEST: {},
  BAD_USER_INPUT: 'invalid_format',
  TOO_MANY_REQUESTS: { errorType: 'rate_limited', isWeak: true },
};
