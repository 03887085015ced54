import { categorizeAuthError } from '../../../src/classify/categorize-auth-error';

const named = (name: string, message: string, extra: object = {}): Error =>
  Object.assign(new Error(message), { name, ...extra });
const aws = (name: string, message: string, extra: object = {}): Error =>
  named(name, message, { $metadata: { httpStatusCode: 400 }, ...extra });
const directory = (data: string): Error =>
  named('InvalidCredentialsError', `80090308: LdapErr: DSID-0C09, comment: x, data ${data}, v3`, {
    code: 49,
  });
const postgres = (code: string): object => ({ name: 'error', severity: 'FATAL', code });

describe('errors of services that a login asks', () => {
  it.each([
    ['Incorrect username or password.', 'invalid_credentials'],
    ['User is disabled.', 'user_disabled'],
    ['Password attempts exceeded', 'account_locked'],
    ['Access Token has been revoked', 'token_revoked'],
    ['Temporary password has expired and must be reset', 'challenge_required'],
    ['Unable to verify secret hash for client abc', 'configuration_error'],
  ])('Cognito NotAuthorizedException, %p, is %s', (message, errorType) => {
    expect(categorizeAuthError(aws('NotAuthorizedException', message)).errorType).toBe(errorType);
  });

  it.each([
    [aws('UnrecognizedClientException', 'The security token is invalid'), 'configuration_error'],
    [aws('ForbiddenException', 'blocked'), 'access_denied'],
    [aws('SomeNewException', 'x', { $fault: 'server' }), 'dependency_error'],
    [aws('SomeNewException', 'x', { $metadata: { httpStatusCode: 503 } }), 'dependency_error'],
    [aws('SomeNewException', 'x'), 'invalid_format'],
    [aws('SyntaxError', 'Unexpected token <'), 'dependency_error'],
    [named('AuthApiError', 'x', { status: 500, code: 'new_code' }), 'dependency_error'],
    [named('AuthApiError', 'x', { status: 403, code: 'session_not_found' }), 'token_revoked'],
    [named('AuthRetryableFetchError', 'x', { status: 0 }), 'dependency_error'],
    [named('Error', 'anti-csrf check failed', { type: 'TRY_REFRESH_TOKEN' }), 'csrf_failed'],
    [named('Error', 'stolen', { type: 'TOKEN_THEFT_DETECTED' }), 'token_reuse'],
    [
      named('ClerkAPIResponseError', 'x', { code: 'api_response_error', status: 401 }),
      'configuration_error',
    ],
  ])('%p is read by code, name and status', (error, errorType) => {
    expect(categorizeAuthError(error).errorType).toBe(errorType);
  });

  it.each([
    ['525', 'user_not_found'],
    ['52e', 'invalid_credentials'],
    ['530', 'access_denied'],
    ['532', 'challenge_required'],
    ['533', 'user_disabled'],
    ['701', 'user_disabled'],
    ['773', 'challenge_required'],
    ['775', 'account_locked'],
    ['999', 'invalid_credentials'],
  ])('Active Directory data %s is %s', (data, errorType) => {
    expect(categorizeAuthError(directory(data)).errorType).toBe(errorType);
  });

  it.each([
    [postgres('28P01'), 'configuration_error'],
    [postgres('57P03'), 'dependency_error'],
    [postgres('42601'), 'internal_error'],
    [postgres('99999'), 'unknown'],
    [{ code: '28P01' }, 'unknown'],
    [named('ReplyError', 'WRONGPASS invalid pair or user is disabled.'), 'configuration_error'],
    [named('ReplyError', 'LOADING Redis is loading'), 'dependency_error'],
    [named('MongoServerError', 'Authentication failed.', { code: 18 }), 'configuration_error'],
    [named('MongoServerError', 'not primary', { code: 10107 }), 'dependency_error'],
    [new Error('timeout expired'), 'dependency_error'],
    [{ code: 'ER_ACCESS_DENIED_ERROR' }, 'configuration_error'],
    [{ code: 'SQLITE_BUSY' }, 'dependency_error'],
    [{ code: 'P1001' }, 'dependency_error'],
    [{ code: 14, details: 'no connection', metadata: {} }, 'dependency_error'],
    [{ code: 16, details: 'bad token', metadata: {} }, 'invalid_credentials'],
    [{ code: 14, details: 'no metadata' }, 'unknown'],
    [{ msBeforeNext: 1000 }, 'rate_limited'],
    [
      named('AxiosError', 'Request failed with status code 400', {
        code: 'ERR_BAD_REQUEST',
        response: { status: 400, data: { error: 'invalid_grant' } },
      }),
      'invalid_credentials',
    ],
    [named('AxiosError', 'x', { code: 'ERR_BAD_REQUEST', status: 429 }), 'dependency_error'],
    [named('Error', "open 'jwt.key'", { code: 'ENOENT', syscall: 'open' }), 'configuration_error'],
    [named('Error', 'connect', { code: 'ENOENT', syscall: 'connect' }), 'dependency_error'],
  ])('%p of a store or a system call', (error, errorType) => {
    expect(categorizeAuthError(error).errorType).toBe(errorType);
  });
});
