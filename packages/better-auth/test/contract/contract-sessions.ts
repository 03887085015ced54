import { createHmac, randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { AUTHORIZATIONS, type AuthorizationName } from '@authmeter/adapter-contract';

/** What Better Auth signs its cookies with. */
export const SECRET = 'a secret of the contract, long enough for everything';
/** Who logs in. */
export const ALICE = { email: 'alice@example.com', password: 'correct horse battery' };

const MINUTE_MILLISECONDS = 60_000;
/** So new that nothing renews it. */
const WEEK_MILLISECONDS = 7 * 24 * 60 * MINUTE_MILLISECONDS;
const USER = { id: 'alice', email: ALICE.email, name: 'Alice', emailVerified: true };

/** A database in memory, by table. */
export type Rows = Record<string, object[]>;

/** A database with alice in it: her account, and a session that is open. */
export function createRows(): Rows {
  const now = Date.now();
  const then = new Date(now - MINUTE_MILLISECONDS);
  const times = { createdAt: then, updatedAt: then };
  return {
    user: [{ ...USER, ...times }],
    account: [
      {
        ...times,
        id: 'account',
        providerId: 'credential',
        accountId: USER.id,
        userId: USER.id,
        // Compared as it is: what a real hash costs is no business of the contract's.
        password: ALICE.password,
      },
    ],
    session: [createSession('open', now + WEEK_MILLISECONDS)],
    verification: [],
    rateLimit: [],
  };
}

function createSession(token: string, expiresAt: number): object {
  const then = new Date(Date.now() - MINUTE_MILLISECONDS);
  return {
    id: token,
    token,
    userId: USER.id,
    createdAt: then,
    updatedAt: then,
    expiresAt: new Date(expiresAt),
  };
}

/** The session that stands for a token of the contract's. */
const COOKIES: Readonly<Partial<Record<AuthorizationName, string>>> = {
  valid: signed('open'),
  admin: signed('open'),
  revoked: signed('withdrawn'),
  'bad signature': signed('open', 'a secret of somebody else'),
  malformed: 'this-is-no-cookie',
};

/** What a request presents to Better Auth: a session cookie where the contract's client sends a bearer token. */
export function presentedHeaders(
  headers: IncomingHttpHeaders,
  { session: sessions = [] }: Rows,
): Record<string, string> {
  const { authorization } = headers;
  const names = Object.keys(AUTHORIZATIONS) as AuthorizationName[];
  const name = names.find((each) => AUTHORIZATIONS[each] === authorization);
  let cookie = name && COOKIES[name];
  if (name === 'expired') {
    // Whoever comes across a session that is over deletes it, so each request has one of its own.
    const token = randomUUID();
    sessions.push(createSession(token, Date.now() - MINUTE_MILLISECONDS));
    cookie = signed(token);
  }
  if (cookie !== undefined) return { cookie: `better-auth.session_token=${cookie}` };
  return authorization === undefined ? {} : { authorization };
}

/** A value in the form of Better Auth's signed cookies. */
function signed(value: string, secret = SECRET): string {
  const signature = createHmac('sha256', secret).update(value).digest('base64');
  return encodeURIComponent(`${value}.${signature}`);
}
