import type { VerdictFacts } from '../exchange/exchange-facts';

/** Where libraries put an account's id, the most specific first. */
const ID_KEYS = ['sub', 'id', 'userId', 'user_id', '_id', 'uid'] as const;

/**
 * What common auth libraries leave on a request: `auth` (express-jwt; express-oauth2-jwt-bearer puts the claims
 * into `auth.payload`) and `user` (passport and most others). Undefined when neither is there. Throws only
 * what a getter on them throws.
 */
export function identityOf(auth: unknown, user: unknown): VerdictFacts | undefined {
  const claims = recordOf(recordOf(auth)?.['payload']) ?? recordOf(auth);
  const account = recordOf(user);
  if (claims === undefined && account === undefined) return undefined;
  const accountId = idOf(claims) ?? idOf(account);
  const token = tokenOf(claims) ?? tokenOf(account);
  return { accountId, token };
}

function tokenOf(claims: Readonly<Record<string, unknown>> | undefined): VerdictFacts['token'] {
  const issuedAt = claims?.['iat'];
  const expiresAt = claims?.['exp'];
  if (typeof issuedAt !== 'number' && typeof expiresAt !== 'number') return undefined;
  return {
    issuedAtEpochSeconds: typeof issuedAt === 'number' ? issuedAt : undefined,
    // Claims without an end describe a token that lives for ever.
    expiresAtEpochSeconds: typeof expiresAt === 'number' ? expiresAt : Number.POSITIVE_INFINITY,
  };
}

function idOf(holder: Readonly<Record<string, unknown>> | undefined): string | undefined {
  for (const key of ID_KEYS) {
    const id = holder?.[key];
    if (typeof id === 'string' && id !== '') return id;
    if (typeof id === 'number' || typeof id === 'bigint') return String(id);
  }
  return undefined;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}
