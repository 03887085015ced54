// What the shop does, with or without metrics. Stands for a service's own code; nothing here is how to keep secrets.
import { randomUUID } from 'node:crypto';
import jwt from 'jsonwebtoken';

const SECRET = process.env.JWT_SECRET;
const MOST_FAILURES = 3;

const accounts = new Map([
  ['ada', { id: 'u-1', password: 'correct horse', roles: ['admin'], failures: 0 }],
  ['bob', { id: 'u-2', password: 'battery staple', roles: [], failures: 0 }],
  ['eve', { id: 'u-3', password: 'tr0ub4dor', roles: [], failures: 0, isDisabled: true }],
]);
const refreshTokens = new Map();

/** What a login comes to: an account, or a failure; a lock is told once. */
export function logIn({ name, password }) {
  const account = accounts.get(name);
  if (account === undefined) return { failure: 'user_not_found' };
  if (account.isDisabled) return { failure: 'user_disabled', account };
  if (account.failures >= MOST_FAILURES) return { failure: 'account_locked', account };
  if (account.password === password) {
    account.failures = 0;
    return { account };
  }
  account.failures += 1;
  const isLockedNow = account.failures === MOST_FAILURES;
  return { failure: 'invalid_credentials', account, isLockedNow };
}

export function issueTokens(account) {
  const refreshToken = randomUUID();
  refreshTokens.set(refreshToken, account);
  const claims = { sub: account.id, roles: account.roles };
  return {
    access_token: jwt.sign(claims, SECRET, { expiresIn: 600 }),
    refresh_token: refreshToken,
  };
}

/** The account of a refresh token, once. */
export function takeRefreshToken(refreshToken) {
  const account = refreshTokens.get(refreshToken);
  refreshTokens.delete(refreshToken);
  return account;
}

export function register({ name, password }) {
  if (typeof password !== 'string' || password.length < 8) return undefined;
  const account = { id: randomUUID(), password, roles: [], failures: 0 };
  accounts.set(name, account);
  return account;
}

/** The claims of a token in the header; throws as jsonwebtoken does. */
export function claimsOf(request) {
  const token = request.get('authorization')?.slice('Bearer '.length);
  return jwt.verify(token, SECRET, { algorithms: ['HS256'] });
}

/** Stands for the exchange of a code at a provider. */
export async function signInWithProvider(code) {
  if (code !== 'good') throw Object.assign(new Error('refused'), { error: 'invalid_grant' });
  return accounts.get('ada');
}
