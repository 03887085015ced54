import { identityOf } from '../../src/http/identity';

describe('identityOf', () => {
  it.each([
    ['nothing', undefined, undefined],
    ['null', null, null],
    ['what is no object', 'claims', 7],
  ])('knows nobody from %s', (_case, auth, user) => {
    expect(identityOf(auth, user)).toBeUndefined();
  });

  it.each([
    ['the claims of express-jwt', { sub: 'u1' }, undefined, { accountId: 'u1' }],
    [
      'the payload of express-oauth2-jwt-bearer',
      { payload: { sub: 'u2' }, header: {}, token: 't' },
      undefined,
      { accountId: 'u2' },
    ],
    ['the account of passport', undefined, { id: 7 }, { accountId: '7' }],
    ['an id of many digits', undefined, { id: 2n ** 64n }, { accountId: '18446744073709551616' }],
    ['another name for the id', undefined, { userId: 'u3' }, { accountId: 'u3' }],
    ['the name with an underscore', undefined, { user_id: 'u4' }, { accountId: 'u4' }],
    ['a document of a database', undefined, { _id: 'u5' }, { accountId: 'u5' }],
    ['a Firebase account', undefined, { uid: 'u6' }, { accountId: 'u6' }],
    ['the claims before the account', { sub: 'u1' }, { id: 'u2' }, { accountId: 'u1' }],
    ['the account where the claims name nobody', { iss: 'x' }, { id: 'u2' }, { accountId: 'u2' }],
    ['the subject before the id', undefined, { id: 'row', sub: 'u1' }, { accountId: 'u1' }],
    ['somebody without an id', undefined, {}, {}],
    ['an empty id', undefined, { sub: '', id: 'u1' }, { accountId: 'u1' }],
    ['an id that is an object', undefined, { _id: { hex: 'a' } }, {}],
  ])('reads %s', (_case, auth, user, expected) => {
    expect(identityOf(auth, user)).toEqual(expected);
  });

  it.each([
    [
      'both instants',
      { iat: 10, exp: 20 },
      { issuedAtEpochSeconds: 10, expiresAtEpochSeconds: 20 },
    ],
    ['an end alone', { exp: 20 }, { expiresAtEpochSeconds: 20 }],
    [
      'a token that never ends',
      { iat: 10 },
      { issuedAtEpochSeconds: 10, expiresAtEpochSeconds: Number.POSITIVE_INFINITY },
    ],
  ])('reads the token from claims with %s', (_case, claims, token) => {
    expect(identityOf(claims, undefined)).toEqual({ token });
    expect(identityOf(undefined, claims)).toEqual({ token });
  });

  it('sees no token in instants that are no numbers', () => {
    expect(identityOf({ sub: 'u1', iat: '10', exp: null }, undefined)).toEqual({ accountId: 'u1' });
  });
});
