import { categorizeAuthError } from '../../src/classify/categorize-auth-error';

const bare401 = Object.assign(new Error('Unauthorized'), { status: 401 });
const expired = Object.assign(new Error('jwt expired'), { name: 'TokenExpiredError' });

describe('hints', () => {
  it.each([
    [{}, 'unknown'],
    [{ credentialPresent: true }, 'unknown'],
    [{ credentialPresent: false }, 'missing_auth'],
    [{ info: expired }, 'expired_token'],
    [{ info: [{ message: 'Missing credentials' }, expired] }, 'expired_token'],
    [{ info: { message: 'User not found' } }, 'user_not_found'],
    [{ info: 'Bearer realm="Users"' }, 'missing_auth'],
    [{ info: 'Basic realm="Users"', credentialPresent: true }, 'invalid_credentials'],
    [{ wwwAuthenticate: 'Bearer error="invalid_token"' }, 'invalid_credentials'],
    [{ wwwAuthenticate: 'Negotiate of no known form' }, 'unknown'],
    [{ status: 423 }, 'account_locked'],
    [{ status: 1000 }, 'unknown'],
  ] as const)('explain a bare 401: %p', (hints, errorType) => {
    expect(categorizeAuthError(bare401, hints).errorType).toBe(errorType);
  });

  it.each([
    [{ status: 403 }, 'insufficient_permissions'],
    [{ status: 401 }, 'unknown'],
    [{ status: 401, credentialPresent: false }, 'missing_auth'],
    [{ credentialPresent: false }, 'missing_auth'],
    [{ info: expired, status: 401 }, 'expired_token'],
  ] as const)('stand in for an error that nobody threw: %p', (hints, errorType) => {
    expect(categorizeAuthError(undefined, hints).errorType).toBe(errorType);
  });

  it('never make an unexplained error a missing credential', () => {
    expect(categorizeAuthError(new Error('boom'), { credentialPresent: false }).errorType).toBe(
      'unknown',
    );
  });

  it('never outrank what the error itself says', () => {
    expect(
      categorizeAuthError(expired, {
        status: 429,
        wwwAuthenticate: 'Bearer error="insufficient_scope"',
        credentialPresent: false,
        info: { message: 'Invalid password' },
      }).errorType,
    ).toBe('expired_token');
  });

  it('show a failed dependency that only the info knows of', () => {
    expect(
      categorizeAuthError(bare401, { info: Object.assign(new Error(), { code: 'ETIMEDOUT' }) })
        .errorType,
    ).toBe('dependency_error');
  });

  it.each([
    ['invalid_client', 'configuration_error', 'invalid_credentials'],
    ['unauthorized_client', 'configuration_error', 'invalid_format'],
    ['unsupported_grant_type', 'configuration_error', 'invalid_format'],
    ['server_error', 'dependency_error', 'internal_error'],
    ['invalid_grant', 'invalid_credentials', 'invalid_credentials'],
  ])('decide by role whose fault %s is', (error, asClient, asServer) => {
    expect(categorizeAuthError({ error }).errorType).toBe(asClient);
    expect(categorizeAuthError({ error }, { role: 'server' }).errorType).toBe(asServer);
  });
});
