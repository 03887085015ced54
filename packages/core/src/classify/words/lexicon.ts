/** What single words are about, one bit each; a text is about the union of its words. */
export const CONCEPT = {
  expired: 1 << 0,
  invalid: 1 << 1,
  malformed: 1 << 2,
  missing: 1 << 3,
  not: 1 << 4,
  found: 1 << 5,
  provided: 1 << 6,
  revoked: 1 << 7,
  reused: 1 << 8,
  locked: 1 << 9,
  disabled: 1 << 10,
  banned: 1 << 11,
  denied: 1 << 12,
  permission: 1 << 13,
  signature: 1 << 14,
  algorithm: 1 << 15,
  key: 1 << 16,
  claim: 1 << 17,
  early: 1 << 18,
  active: 1 << 19,
  token: 1 << 20,
  secret: 1 << 21,
  user: 1 << 22,
  limit: 1 << 23,
  attempt: 1 << 24,
  forgery: 1 << 25,
  step: 1 << 26,
  network: 1 << 27,
  setup: 1 << 28,
  timeout: 1 << 29,
  jwt: 1 << 30,
  response: 1 << 31,
} as const;

const C = CONCEPT;

/** Words of one concept or more, by concept. A word may stand in several rows. */
const WORDS_BY_CONCEPT: readonly (readonly [concept: number, words: string])[] = [
  [C.expired, 'expired expire expires expiry outdated lapsed stale age'],
  [C.invalid, 'invalid bad incorrect wrong mismatch mismatched illegal unexpected rejected'],
  [C.invalid, 'valid fail failed failure unrecognized unrecognised inaccurate'],
  [C.malformed, 'malformed format formatted parse parsing decode decoding syntax structure'],
  [C.malformed, 'unparsable unparseable validation schema json base64 encoding segments'],
  [C.malformed, 'short long weak unsupported scheme'],
  [C.missing, 'missing no without absent empty undefined null required requires require'],
  [C.missing, 'needed must lacks unauthenticated'],
  [C.not, 'not cannot isnt doesnt didnt wasnt never nonexistent unknown'],
  [C.found, 'found exist exists nonexistent unknown match matches registered'],
  [C.provided, 'provided supplied sent present given specified passed included authenticated'],
  [C.provided, 'logged signed authorization auth authentication header'],
  [C.revoked, 'revoked revocation blacklisted denylisted blocklisted invalidated withdrawn'],
  [C.revoked, 'terminated'],
  [C.reused, 'reuse reused replay replayed theft stolen used'],
  [C.locked, 'locked lockout temporarily'],
  [C.disabled, 'disabled deleted closed'],
  [C.not | C.active, 'inactive'],
  [C.banned, 'banned suspended blocked deactivated'],
  [C.denied, 'denied declined cancelled canceled refused'],
  [C.permission, 'forbidden insufficient permission permissions scope scopes privilege'],
  [C.permission, 'privileges role roles allowed admin'],
  [C.signature, 'signature signatures decrypt decryption unseal hmac'],
  [C.algorithm, 'alg algorithm algorithms'],
  [C.key, 'kid key keys jwk jwks'],
  [C.claim, 'payload exp iat claim claims issuer iss audience aud nonce azp tenant'],
  [C.early, 'nbf notbefore before yet future early'],
  [C.active, 'active enabled verified confirmed configured implemented'],
  [
    C.token,
    'token tokens jwt bearer session sessions seal cookie ticket assertion link invitation',
  ],
  [C.token, 'code otp totp passcode pin challenge grant'],
  [C.jwt, 'jwt jws jwe jwts header'],
  [C.response, 'response'],
  [C.secret, 'password passwords credential credentials passphrase passkey apikey api login'],
  [C.secret, 'signin pin otp totp code'],
  [C.user, 'user users account accounts member identity username email phone customer'],
  [
    C.limit,
    'rate limit limited limiter throttle throttled throttling throttler quota many exceeded',
  ],
  [C.attempt, 'attempt attempts retries tries logins'],
  [C.forgery, 'csrf xsrf forgery callback redirect origin state'],
  [
    C.step,
    'mfa 2fa twofactor multifactor factor verified verification confirmed confirmation consent captcha',
  ],
  [C.step, 'reauthentication reauth reset change onboarding verify confirm'],
  [C.network, 'network connection socket unavailable unreachable gateway dns offline'],
  [C.network, 'certificate cert upstream overloaded database db'],
  [
    C.setup,
    'configuration config misconfigured misconfiguration configured option options argument',
  ],
  [
    C.setup,
    'strategy provider adapter plugin middleware implemented model table secret project supported',
  ],
  [C.timeout, 'timeout timedout'],
];

/** Words that carry no meaning of their own; a sentence may hold them. */
const FILLERS =
  'a an the is are was were be been being has have had of or and to for from in on at by with ' +
  'your you this that it its access refresh id please try again only does do did any more ' +
  'app application longer combination supplied request requests sign log in once already such maximum too attempted two value http';

const CONCEPTS_BY_WORD: ReadonlyMap<string, number> = buildLexicon();

function buildLexicon(): ReadonlyMap<string, number> {
  const lexicon = new Map<string, number>();
  for (const word of FILLERS.split(' ')) lexicon.set(word, 0);
  for (const [concept, words] of WORDS_BY_CONCEPT) {
    for (const word of words.split(' ')) lexicon.set(word, (lexicon.get(word) ?? 0) | concept);
  }
  return lexicon;
}

/** The concepts of a lower-case word as a set of bits: 0 for a filler, undefined for a stranger. */
export function conceptsOf(word: string): number | undefined {
  return CONCEPTS_BY_WORD.get(word);
}
