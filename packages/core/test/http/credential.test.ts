import { readCredential, type CredentialPlaces } from '../../src/http/credential';

const PLACES: CredentialPlaces = {
  apiKeyHeaders: ['x-api-key', 'x-token'],
  sessionCookies: ['sid', '__Host-session'],
  method: 'jwt',
};
const ABSENT = { credentialPresent: false, credentialMalformed: false, method: undefined };
const present = (method: string | undefined, credentialMalformed = false) => ({
  credentialPresent: true,
  credentialMalformed,
  method,
});
const read = (headers: Record<string, string | string[]>, places = PLACES) =>
  readCredential({ headers }, places);

describe('readCredential of an Authorization header', () => {
  it.each<readonly [string, ReturnType<typeof present>]>([
    ['Bearer aa.bb.cc', present('jwt')],
    ['bearer aa.bb.cc', present('jwt')],
    ['BEARER aa.bb.', present('jwt')],
    ['Bearer   aa.bb.cc ', present('jwt')],
    ['DPoP aa.bb.cc', present('jwt')],
    ['JWT aa.bb.cc', present('jwt')],
    ['Token aa.bb.cc', present('jwt')],
    ['Bearer opaque', present(undefined, true)],
    ['Bearer aa.bb', present(undefined, true)],
    ['Bearer aa.bb.cc.dd.ee', present(undefined, true)],
    ['Bearer a$.bb.cc', present(undefined, true)],
    ['Bearer', present(undefined, true)],
    ['Bearer ', present(undefined, true)],
    ['Basic dTpw', present('basic')],
    ['Basic', present('basic', true)],
    ['Digest username="u"', present('password')],
    ['Negotiate YII=', present('ldap')],
    ['ApiKey abc', present('api_key')],
    ['Api-Key abc', present('api_key')],
    ['aa.bb.cc', present(undefined, true)],
    ['Unheard of', present(undefined, true)],
    ['constructor x', present(undefined, true)],
    [' ', present(undefined, true)],
  ])('reads "%s"', (authorization, expected) => {
    expect(read({ authorization })).toEqual(expected);
  });

  it('does not ask for a JWT where the host uses other tokens', () => {
    const places = { ...PLACES, method: 'oauth' };

    expect(read({ authorization: 'Bearer opaque' }, places)).toEqual(present(undefined));
    expect(read({ authorization: 'Bearer aa.bb.cc' }, places)).toEqual(present('jwt'));
    expect(read({ authorization: 'Bearer ' }, places)).toEqual(present(undefined, true));
  });

  it('looks at a huge header for no time', () => {
    const startedAt = performance.now();

    const huge = read({ authorization: `Bearer ${'a.'.repeat(1_000_000)}` });

    expect(huge).toEqual(present(undefined, true));
    expect(performance.now() - startedAt).toBeLessThan(250);
  });
});

describe('readCredential of other places', () => {
  it.each<readonly [string, Record<string, string | string[]>, object]>([
    ['nothing', {}, ABSENT],
    ['an empty Authorization header', { authorization: '' }, ABSENT],
    ['an API key', { 'x-api-key': 'k' }, present('api_key')],
    ['the second API key header', { 'x-token': 'k' }, present('api_key')],
    ['an empty API key', { 'x-api-key': '' }, ABSENT],
    ['a session cookie', { cookie: 'sid=abc' }, present('session')],
    ['a session cookie among others', { cookie: 'a=1; __Host-session=x; b' }, present('session')],
    [
      'a session cookie behind pairs without a value',
      { cookie: 'a;; ;sid=abc' },
      present('session'),
    ],
    ['a session cookie with blanks', { cookie: ' sid = abc ' }, present('session')],
    ['a session cookie that came first empty', { cookie: 'sid= ;sid=1' }, present('session')],
    ['no session in a header of separators', { cookie: ';;=;=;' }, ABSENT],
    ['an empty session cookie', { cookie: 'sid=; a=1' }, ABSENT],
    ['another cookie', { cookie: 'side=1; xsid=2; sid' }, ABSENT],
    ['a cookie whose value names a session', { cookie: 'a=sid=1' }, ABSENT],
    ['a key beside a cookie', { 'x-api-key': 'k', cookie: 'sid=1' }, present('api_key')],
    [
      'a token beside a key',
      { authorization: 'Bearer aa.bb.cc', 'x-api-key': 'k' },
      present('jwt'),
    ],
  ])('finds %s', (_case, headers, expected) => {
    expect(read(headers)).toEqual(expected);
  });

  it('finds no session where no cookie was declared', () => {
    expect(read({ cookie: 'sid=abc' }, { ...PLACES, sessionCookies: [] })).toEqual(ABSENT);
  });
});
