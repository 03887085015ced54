import { createHash, randomBytes, randomUUID } from 'node:crypto';

const digest = (token) => createHash('sha256').update(String(token)).digest('hex');

/**
 * Refresh tokens that are good once. All that follow from one login are a family, and fall together. Two maps stand
 * for two tables; in a database, mark a token as used in the same statement that reads it.
 *
 * @param lifetimeSeconds From the login, however often it is refreshed.
 * @param raceSeconds For so long a used token may come again: a second tab, a retry after a lost answer.
 */
export function createRefreshTokens({ lifetimeSeconds, raceSeconds }) {
  const tokens = new Map();
  const families = new Map();

  const issue = (family) => {
    const token = randomBytes(32).toString('base64url');
    // Only its hash is kept: whoever reads the table has no token.
    tokens.set(digest(token), { family });
    return token;
  };

  return {
    /** The first token of a login. */
    start(account) {
      const family = randomUUID();
      families.set(family, { account, expiresAt: Date.now() + lifetimeSeconds * 1000 });
      return issue(family);
    },

    /** The next token, or why there is none; and the ids of the one that was presented. */
    exchange(token) {
      const tokenId = digest(token);
      const known = tokens.get(tokenId);
      if (known === undefined) return { failure: 'invalid_credentials', ids: { tokenId } };
      const { family } = known;
      const ids = { tokenId, familyId: family };
      const { account, expiresAt } = families.get(family) ?? {};
      if (account === undefined) return { failure: 'token_revoked', ids };
      const now = Date.now();
      if (now >= expiresAt) return { failure: 'expired_token', account, ids };
      const isFirstUse = known.usedAt === undefined;
      known.usedAt ??= now;
      if (isFirstUse || now - known.usedAt < raceSeconds * 1000) {
        return { account, next: issue(family), ids };
      }
      families.delete(family);
      return { failure: 'token_reuse', account, ids };
    },

    /** Forgets what nobody can use any more; run it now and then. */
    clean() {
      const now = Date.now();
      for (const [family, { expiresAt }] of families) if (now >= expiresAt) families.delete(family);
      for (const [hash, { family }] of tokens) if (!families.has(family)) tokens.delete(hash);
    },
  };
}
