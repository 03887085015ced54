import { categorizeAuthError } from '../../src/classify/categorize-auth-error';

const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:6379'), {
  code: 'ECONNREFUSED',
});
const expired = Object.assign(new Error('jwt expired'), { name: 'TokenExpiredError' });
const badSignature = Object.assign(new Error('invalid signature'), { name: 'JsonWebTokenError' });
const unauthorized = (extra: object): Error =>
  Object.assign(new Error('Unauthorized'), { name: 'UnauthorizedError', status: 401, ...extra });

describe('the chain of an error', () => {
  it.each([
    'cause',
    'inner',
    'originalError',
    'error',
    'err',
    'oauthError',
    'original',
    'parent',
    'innerError',
    'suppressed',
  ])('is followed through %s', (link) => {
    expect(categorizeAuthError(unauthorized({ [link]: expired })).errorType).toBe('expired_token');
  });

  it('shows a failed dependency however deep it lies under a refusal', () => {
    const hidden = unauthorized({ cause: new Error('check failed', { cause: refused }) });

    expect(categorizeAuthError(hidden)).toEqual({
      errorType: 'dependency_error',
      reason: 'dependency_error',
      fault: 'server',
    });
  });

  it('shows a failed dependency even under a library error of its own', () => {
    expect(
      categorizeAuthError(Object.assign(new Error(), expired, { cause: refused })).errorType,
    ).toBe('dependency_error');
  });

  it('shows a bug under a bare refusal, and keeps the verdict of a library that caught one', () => {
    const bug = new TypeError("Cannot read properties of null (reading 'id')");

    expect(categorizeAuthError(unauthorized({ cause: bug })).errorType).toBe('internal_error');
    expect(categorizeAuthError({ code: 'ERR_JWT_INVALID', cause: bug }).errorType).toBe(
      'invalid_format',
    );
  });

  it('takes the outermost of equal evidence', () => {
    expect(categorizeAuthError({ code: 'ERR_JWT_EXPIRED', cause: badSignature }).errorType).toBe(
      'expired_token',
    );
  });

  it('prefers an exact cause to the words and sentences around it', () => {
    expect(
      categorizeAuthError(
        Object.assign(new Error('Invalid credentials', { cause: expired }), {
          code: 'LOGIN_FAILED',
        }),
      ).errorType,
    ).toBe('expired_token');
  });

  it('takes the most specific member of an AggregateError, in any order', () => {
    const both = [badSignature, expired];

    expect(categorizeAuthError(new AggregateError(both)).errorType).toBe('expired_token');
    expect(categorizeAuthError(new AggregateError(both.reverse())).errorType).toBe('expired_token');
    expect(categorizeAuthError(new AggregateError([expired, refused])).errorType).toBe(
      'dependency_error',
    );
  });

  it('reads express-jwt without a key as an unknown key, and a missing secret elsewhere as the host’s', () => {
    const noKey = Object.assign(new Error('secret or public key must be provided'), {
      name: 'JsonWebTokenError',
    });

    expect(categorizeAuthError(noKey).errorType).toBe('configuration_error');
    expect(
      categorizeAuthError(
        unauthorized({ code: 'invalid_token', message: noKey.message, inner: noKey }),
      ).errorType,
    ).toBe('unknown_key');
  });
});
