import { categorizeAuthError } from '../../src/classify/categorize-auth-error';
import { readChallenge } from '../../src/classify/challenge';

describe('readChallenge', () => {
  it.each([
    ['Bearer', undefined, 'missing_auth'],
    ['Bearer realm="api"', false, 'missing_auth'],
    ['Bearer realm="api"', true, undefined],
    ['Basic realm="Users"', undefined, 'missing_auth'],
    ['Basic realm="Users"', true, 'invalid_credentials'],
    ['Bearer error="invalid_request"', true, 'invalid_format'],
    ['Bearer error="invalid_token"', true, 'invalid_credentials'],
    [
      'Bearer error="invalid_token", error_description="The access token expired"',
      true,
      'expired_token',
    ],
    [
      'Bearer error="invalid_token", error_description="The token was revoked"',
      true,
      'token_revoked',
    ],
    ['Bearer error="insufficient_scope", scope="admin"', true, 'insufficient_permissions'],
    ['DPoP error="use_dpop_nonce"', true, 'challenge_required'],
    [
      'Bearer error="invalid_request", error_description="no authorization included in request"',
      false,
      'missing_auth',
    ],
    ['Bearer error="something_else"', true, undefined],
    ['Bearer error="Token expired"', true, undefined],
    ['Token expired', undefined, undefined],
    ['', undefined, undefined],
  ])('reads %p, credential present: %p, as %p', (header, present, errorType) => {
    expect(readChallenge(header, present)).toBe(errorType);
  });
});

describe('a challenge that an error carries', () => {
  const challenge = 'Bearer error="invalid_token"';

  it.each([
    ['headers', { headers: { 'WWW-Authenticate': challenge } }],
    ['lower-case headers', { headers: { 'www-authenticate': challenge } }],
    ["Boom's output", { output: { statusCode: 401, headers: { 'WWW-Authenticate': challenge } } }],
    [
      "Hono's response",
      { res: new Response('', { status: 401, headers: { 'WWW-Authenticate': challenge } }) },
    ],
  ])('is found in %s', (_place, extra) => {
    const error = Object.assign(new Error(''), { status: 401 }, extra);

    expect(categorizeAuthError(error).errorType).toBe('invalid_credentials');
  });

  it('is absent from a response without one, or of another kind', () => {
    expect(categorizeAuthError({ res: new Response('') }).errorType).toBe('unknown');
    expect(categorizeAuthError({ res: {} }).errorType).toBe('unknown');
    expect(
      categorizeAuthError({ res: Object.create(Response.prototype) as Response }).errorType,
    ).toBe('unknown');
  });
});
