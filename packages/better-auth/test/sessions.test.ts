import { runInExchange } from '@authmeter/core';
import {
  ATTEMPTS,
  ERRORS,
  LOGINS,
  SESSION_DURATION,
  SESSIONS_ACTIVE,
  TOKEN_REVOCATIONS,
} from '@authmeter/core/conventions';
import { ADA, closeAll, startAuth, type Client, type RunningAuth } from './start-auth';

const failed = (errorType: string, reason: string) => ({
  outcome: 'failure',
  reason,
  'error.type': errorType,
  method: 'session',
});
const EXPIRED = failed('expired_token', 'expired_token');
const SUCCESS = { outcome: 'success', method: 'password' };

describe('a session', () => {
  let running: RunningAuth;
  let client: Client;

  beforeEach(async () => {
    running = await startAuth();
    client = running.createClient();
    await client.send('/sign-up/email', ADA);
  });

  afterEach(closeAll);

  const expireAll = () => running.database.exec(`UPDATE session SET expiresAt = '2001-01-01'`);

  it('that is over is ended by its time, and not revoked by whoever comes across it', async () => {
    expireAll();
    const answer = await client.send('/revoke-other-sessions', {});

    expect(answer.status).toBe(401);
    expect(await running.points(ATTEMPTS)).toEqual([[EXPIRED, 1]]);
    expect(await running.points(TOKEN_REVOCATIONS)).toEqual([]);
    expect(await running.points(SESSIONS_ACTIVE)).toEqual([[{ method: 'session' }, 0]]);
    expect(await running.causes(SESSION_DURATION)).toEqual(['timeout']);
  });

  it('that is over beside a login costs the login nothing', async () => {
    expireAll();
    const answer = await client.send('/sign-in/email', ADA);

    expect(answer.status).toBe(200);
    expect(await running.points(LOGINS)).toEqual([[SUCCESS, 1]]);
    expect(await running.points(ATTEMPTS)).toEqual([[SUCCESS, 1]]);
    expect(await running.points(ERRORS)).toEqual([]);
  });

  it.each([
    ['is over', () => expireAll(), EXPIRED],
    [
      'was withdrawn',
      () => running.database.exec('DELETE FROM session'),
      failed('token_revoked', 'invalid_credentials'),
    ],
    [
      'cannot be looked up without its table',
      () => running.database.exec('DROP TABLE session'),
      failed('configuration_error', 'internal_error'),
    ],
  ])('that %s explains why the request around refuses', async (_what, spoil, expected) => {
    spoil();
    const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const { exchange } = running.meter.openExchange({});

    await runInExchange(exchange, () =>
      running.auth.api['getSession']?.({ headers: new Headers({ cookie }) }).catch(() => null),
    );
    exchange.end({ status: 401, credentialPresent: true, facts: { method: 'session' } });

    expect(await running.points(ATTEMPTS)).toEqual([[expected, 1]]);
  });

  it('is looked for in vain by a poll, which is no attempt', async () => {
    expireAll();
    const answer = await client.send('/get-session');

    expect(await answer.json()).toBeNull();
    expect(await running.points(ATTEMPTS)).toEqual([]);
    expect(await running.points(ERRORS)).toEqual([]);
  });

  it('is known to the endpoints of an organisation also where it comes from a cookie', async () => {
    const { organization } = await import('better-auth/plugins');
    const cached = await startAuth({
      auth: {
        plugins: [organization()],
        session: { cookieCache: { enabled: true, maxAge: 300 } },
      },
    });
    const ada = cached.createClient();
    await ada.send('/sign-up/email', ADA);

    const created = await ada.send('/organization/create', { name: 'Engines', slug: 'engines' });

    expect(created.status).toBe(200);
    expect(await cached.points(ATTEMPTS)).toEqual([[{ outcome: 'success', method: 'session' }, 1]]);
  });
});

describe('a route that Better Auth does not have', () => {
  afterEach(closeAll);

  it('is no login, whatever its path ends in', async () => {
    const running = await startAuth();

    const answer = await running.createClient().send('/nowhere/sign-in/email', ADA);

    expect(answer.status).toBe(404);
    expect(await running.points(LOGINS)).toEqual([]);
  });
});
