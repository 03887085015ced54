import {
  ATTEMPTS,
  ERRORS,
  LOGINS,
  LOGOUTS,
  PASSWORD_RESETS,
  REGISTRATIONS,
  SECURITY_EVENTS_DETECTED,
  SESSIONS_ACTIVE,
  TOKEN_REFRESHES,
  TOKEN_REVOCATIONS,
} from '@authmeter/core/conventions';
import {
  ADA,
  CHEAP_PASSWORDS,
  closeAll,
  startAuth,
  type Client,
  type RunningAuth,
} from './start-auth';

const SUCCESS = { outcome: 'success', method: 'password' };
const WRONG = {
  outcome: 'failure',
  reason: 'invalid_credentials',
  'error.type': 'invalid_credentials',
  method: 'password',
};
const IN_SESSION = { outcome: 'success', method: 'session' };

describe('e-mail and password', () => {
  let running: RunningAuth;
  let client: Client;
  let resetToken = '';

  beforeEach(async () => {
    running = await startAuth({
      auth: {
        emailAndPassword: {
          enabled: true,
          password: CHEAP_PASSWORDS,
          sendResetPassword: ({ token }) => {
            resetToken = token;
            return Promise.resolve();
          },
        },
        session: { updateAge: 0 },
      },
    });
    client = running.createClient();
    await client.send('/sign-up/email', ADA);
  });

  afterEach(closeAll);

  const signIn = (password: string) =>
    running.createClient().send('/sign-in/email', { email: ADA.email, password });

  it('counts a sign-up as a registration and as no login, although it logs in', async () => {
    expect(await running.points(REGISTRATIONS)).toEqual([[SUCCESS, 1]]);
    expect(await running.points(SESSIONS_ACTIVE)).toEqual([[{ method: 'session' }, 1]]);
    expect(await running.points(LOGINS)).toEqual([]);
    expect(await running.points(ATTEMPTS)).toEqual([]);
  });

  it('counts a sign-up with a short password as a failed registration', async () => {
    await client.send('/sign-up/email', { ...ADA, email: 'b@example.com', password: 'short' });

    expect(await running.points(REGISTRATIONS)).toEqual([
      [{ outcome: 'failure', reason: 'invalid_format', method: 'password' }, 1],
      [SUCCESS, 1],
    ]);
  });

  it('counts each sign-in as one login and one attempt', async () => {
    await signIn('wrong');
    await signIn(ADA.password);

    const counted = [
      [WRONG, 1],
      [SUCCESS, 1],
    ];
    expect(await running.points(LOGINS)).toEqual(counted);
    expect(await running.points(ATTEMPTS)).toEqual(counted);
    expect(await running.points(ERRORS)).toEqual([
      [{ 'error.type': 'invalid_credentials', operation: 'login' }, 1],
    ]);
  });

  it('counts a session that is merely read as no attempt, and its renewal as a refresh', async () => {
    const response = await client.send('/get-session');

    expect(await response.json()).toMatchObject({ user: { email: ADA.email } });
    expect(await running.points(ATTEMPTS)).toEqual([]);
    expect(await running.points(TOKEN_REFRESHES)).toEqual([[{ outcome: 'success' }, 1]]);
  });

  it('counts a protected endpoint as an attempt by session', async () => {
    await client.send('/list-sessions');
    await running.createClient().send('/list-sessions');

    expect(await running.points(ATTEMPTS)).toEqual([
      [
        {
          outcome: 'failure',
          reason: 'missing_auth',
          'error.type': 'missing_auth',
          method: 'session',
        },
        1,
      ],
      [IN_SESSION, 1],
    ]);
  });

  it('counts a wrong password on a change of password as a failed attempt', async () => {
    const passwords = { currentPassword: 'wrong', newPassword: 'another password' };
    await client.send('/change-password', passwords);

    expect(await running.points(ATTEMPTS)).toEqual([[{ ...WRONG, method: 'session' }, 1]]);
  });

  it('counts a sign-out once, and none with nobody signed in', async () => {
    await client.send('/sign-out', {});
    await client.send('/sign-out', {});

    expect(await running.points(LOGOUTS)).toEqual([[{ cause: 'user' }, 1]]);
    expect(await running.points(SESSIONS_ACTIVE)).toEqual([[{ method: 'session' }, 0]]);
  });

  it('counts each session that is taken away', async () => {
    await signIn(ADA.password);
    await signIn(ADA.password);
    await client.send('/revoke-other-sessions', {});

    expect(await running.points(TOKEN_REVOCATIONS)).toEqual([
      [{ token_type: 'session', cause: 'user' }, 2],
    ]);
    expect(await running.points(SESSIONS_ACTIVE)).toEqual([[{ method: 'session' }, 1]]);
  });

  it('counts the steps of a password reset', async () => {
    await client.send('/request-password-reset', { email: ADA.email, redirectTo: '/reset' });
    const newPassword = 'another password';
    await client.send('/reset-password', { token: resetToken, newPassword });
    await client.send('/reset-password', { token: 'nonsense', newPassword });

    expect(await running.points(PASSWORD_RESETS)).toEqual([
      [{ event: 'completed' }, 1],
      [{ event: 'failed' }, 1],
      [{ event: 'requested' }, 1],
    ]);
  });

  it('counts a foreign origin, which no hook sees, as a CSRF failure', async () => {
    const foreign = { origin: 'https://evil.example' };
    const response = await client.send('/sign-in/email', ADA, foreign);

    expect(response.status).toBe(403);
    expect(await running.points(LOGINS)).toEqual([[{ ...WRONG, 'error.type': 'csrf_failed' }, 1]]);
    expect(await running.points(SECURITY_EVENTS_DETECTED)).toEqual([
      [{ event: 'csrf_failure', severity: 'warn' }, 1],
    ]);
  });
});
