import type { AdapterContractOptions, CountedPoint } from '@authmeter/adapter-contract';
import {
  INSTRUMENTATION_FAILURES,
  RATE_LIMIT_REQUESTS,
  TOKEN_VALIDATIONS,
} from '@authmeter/core/conventions';

/** What a row of the contract says of tokens, in terms of Better Auth's sessions. */
function translate(point: CountedPoint): CountedPoint | undefined {
  const { metric, attributes } = point;
  // A session is looked up; no token is validated.
  if (metric === TOKEN_VALIDATIONS.name) return undefined;
  // The validation that the observer would have seen is missing.
  if (metric === INSTRUMENTATION_FAILURES.name) return { ...point, value: 1 };
  if (metric === RATE_LIMIT_REQUESTS.name) {
    return { ...point, attributes: { ...attributes, limiter: '_OTHER' } };
  }
  if (attributes['method'] !== 'jwt') return point;
  return { ...point, attributes: { ...attributes, method: 'session' } };
}

const NO_TOKEN =
  'a session is a row of a database: nothing in it is signed, addressed or dated ahead';
const SEEN_BENEATH =
  "the contract's token is looked up as a session and verified with jsonwebtoken, which is seen too";
const NO_REFRESH =
  'sessions are renewed as they are read; there is no endpoint that refreshes and may refuse';

/** What Better Auth makes meaningless. */
const INAPPLICABLE: Readonly<Record<string, string>> = {
  'tells why a token is refused: not yet valid': NO_TOKEN,
  'tells why a token is refused: wrong algorithm': NO_TOKEN,
  'tells why a token is refused: wrong audience': NO_TOKEN,
  'tells that a token was signed with an unknown key': NO_TOKEN,
  'counts a guard that hands on twice once': 'an endpoint returns, it hands nothing on',
  'serves a guest with a bad token that only the guard itself looked at: no attempt':
    'Better Auth itself looks a session up, and is observed there',
  'sees no validation where a verifier is called with nothing':
    'it looks up no session without a cookie',
  'counts a limiter behind the guard: one failure, although the token was good':
    'its limiter always comes first',
  'leaves an accepted token a success when the handler fails: /fails/403':
    'an endpoint is guard and handler in one: its 403 is a refusal',
  'tells observers the template of the route, never its path':
    'its endpoints are its own: test/social.test.ts',
  'counts a login that refuses with 302: /login/redirects-back':
    'a redirect refuses by `?error=`: test/passwordless.test.ts',
  'counts a login that succeeds beside a stale token as a success alone':
    'a sign-in looks at no session: test/password.test.ts',
  'counts a refresh': NO_REFRESH,
  'counts a refused refresh, which is no failed attempt': NO_REFRESH,
  'tells why an observed refresh is refused, and counts it once': NO_REFRESH,
  'counts a refresh route behind a guard as a refresh alone': NO_REFRESH,
  'accepts a valid token: one success without a reason, beside zero-code instrumentation':
    SEEN_BENEATH,
  'measures how long it took and how old the token was, once, beside zero-code instrumentation':
    SEEN_BENEATH,
  'treats HEAD as GET': 'it answers 404 to HEAD',
  'sees no attempt where the client leaves before the guard has decided':
    'a handler of web requests is not told that the client left, and decides',
};

export const DIALECT: AdapterContractOptions = {
  translate,
  inapplicable: INAPPLICABLE,
};
