import { sign, verify, type JwtPayload } from 'jsonwebtoken';

const SECRET = 'a secret that only this benchmark knows';
/** Of a hundred requests: what they carry. */
const SHARES: readonly (readonly [share: number, authorization: string | undefined])[] = [
  [70, `Bearer ${sign({ sub: 'alice' }, SECRET, { expiresIn: '12h' })}`],
  [10, `Bearer ${sign({ sub: 'alice', exp: 1_700_000_000 }, SECRET)}`],
  [10, `Bearer ${sign({ sub: 'alice' }, 'another secret of some length')}`],
  [5, 'Bearer not-a-token'],
  [5, undefined],
];

/** A hundred `Authorization` headers: 70 valid, 10 expired, 10 badly signed, 5 malformed, 5 missing. */
export const AUTHORIZATIONS: readonly (string | undefined)[] = SHARES.flatMap(
  ([share, authorization]) => Array.from({ length: share }, () => authorization),
).map((_, index, all) => all[(index * 37) % all.length]);

/** The claims of a request's token. Throws what jsonwebtoken throws; undefined without a token. */
export function verifyHeader(authorization: string | undefined): JwtPayload | undefined {
  if (authorization === undefined) return undefined;
  return verify(authorization.slice('Bearer '.length), SECRET, {
    algorithms: ['HS256'],
  }) as JwtPayload;
}

/** How old the token of an accepted request is, in seconds. */
export function ageOf(claims: JwtPayload | undefined): number | undefined {
  return claims?.iat === undefined ? undefined : Date.now() / 1000 - claims.iat;
}
