import { SECRETS, type RunningExample } from '@authmeter/adapter-contract';
import { sign } from 'jsonwebtoken';

/** Statuses of one round of visits to a fresh shop. */
export const FIRST_ROUND = [
  [200, 401, 401, 401, 401, 423, 401, 401],
  [200, 200, 403, 401, 401, 401, 401],
  [200, 401, 201, 400, 202, 202, 429, 201, 200, 401],
].flat();

/** In the second round bob is locked and the limiter is full. */
export const SECOND_ROUND = [
  [200, 401, 423, 423, 423, 423, 401, 401],
  [200, 200, 403, 401, 401, 401, 401],
  [200, 401, 201, 400, 429, 429, 429, 201, 200, 401],
].flat();

/** Visits everything that the shop of the migration has; the statuses of its answers. */
export async function playShop({ url }: RunningExample): Promise<number[]> {
  const post = (path: string, body: object): Promise<Response> =>
    fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const get = (path: string, token?: string): Promise<Response> =>
    fetch(url + path, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });
  const logIn = (name: string, password: string): Promise<Response> =>
    post('/login', { name, password });

  const first = await logIn('ada', 'correct horse');
  const tokens = (await first.json()) as { access_token: string; refresh_token: string };
  const visits = [
    () => logIn('ada', 'wrong'),
    () => logIn('bob', 'wrong'),
    () => logIn('bob', 'wrong'),
    () => logIn('bob', 'wrong'),
    () => logIn('bob', 'battery staple'),
    () => logIn('nobody', 'wrong'),
    () => logIn('eve', 'tr0ub4dor'),
    () => get('/me', tokens.access_token),
    () => get('/admin', tokens.access_token),
    () => get('/admin', sign({ sub: 'u-2', roles: [] }, SECRETS.JWT_SECRET)),
    () => get('/me'),
    () => get('/me', sign({ sub: 'u-1' }, SECRETS.JWT_SECRET, { expiresIn: -60 })),
    () => get('/me', sign({ sub: 'u-1' }, 'a secret of somebody else')),
    () => get('/me', 'nonsense'),
    () => post('/auth/refresh', { refresh_token: tokens.refresh_token }),
    () => post('/auth/refresh', { refresh_token: tokens.refresh_token }),
    () => post('/register', { name: 'zoe', password: 'long enough' }),
    () => post('/register', { name: 'zoe', password: 'short' }),
    () => post('/password-reset', { name: 'ada' }),
    () => post('/password-reset', { name: 'ada' }),
    () => post('/password-reset', { name: 'ada' }),
    () => post('/guest', {}),
    () => get('/oauth/callback?code=good'),
    () => get('/oauth/callback?code=bad'),
  ];
  const statuses = [first.status];
  for (const visit of visits) {
    const response = await visit();
    await response.arrayBuffer();
    statuses.push(response.status);
  }
  return statuses;
}
