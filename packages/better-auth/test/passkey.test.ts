import { ATTEMPTS, LOGINS, SESSIONS_ACTIVE } from '@authmeter/core/conventions';
import type { BetterAuthPlugin } from 'better-auth' with { 'resolution-mode': 'import' };
import { ADA, closeAll, startAuth, type Client } from './start-auth';
import { createAuthenticator } from './virtual-authenticator';

const challengeFrom = async (client: Client, path: string): Promise<string> =>
  ((await (await client.send(path)).json()) as { challenge: string }).challenge;

/** Ada, signed up, with a passkey of hers. */
async function startWithPasskey() {
  const { passkey } = await import('@better-auth/passkey');
  const running = await startAuth({
    auth: { plugins: [passkey() as unknown as BetterAuthPlugin] },
  });
  const ada = running.createClient();
  const authenticator = createAuthenticator(running.origin);
  await ada.send('/sign-up/email', ADA);
  const challenge = await challengeFrom(ada, '/passkey/generate-register-options');
  const response = authenticator.register(challenge);
  const registered = await ada.send('/passkey/verify-registration', { response });
  expect(registered.status).toBe(200);
  return { running, authenticator };
}

describe('a passkey', () => {
  afterEach(closeAll);

  it('is registered by somebody who is signed in, which is no login', async () => {
    const { running } = await startWithPasskey();

    expect(await running.points(LOGINS)).toEqual([]);
    expect(await running.points(ATTEMPTS)).toEqual([
      [{ outcome: 'success', method: 'session' }, 2],
    ]);
  });

  it('is counted as a login by passkey, also when it is refused', async () => {
    const { running, authenticator } = await startWithPasskey();
    const client = running.createClient();
    const logIn = async (authenticate = authenticator) => {
      const challenge = await challengeFrom(client, '/passkey/generate-authenticate-options');
      const response = authenticate.logIn(challenge);
      return (await client.send('/passkey/verify-authentication', { response })).status;
    };

    const accepted = await logIn();
    const refused = await logIn(createAuthenticator(running.origin));

    expect([accepted, refused]).toEqual([200, 401]);
    expect(await running.points(LOGINS)).toEqual([
      [
        {
          outcome: 'failure',
          reason: 'invalid_credentials',
          'error.type': 'invalid_credentials',
          method: 'passkey',
        },
        1,
      ],
      [{ outcome: 'success', method: 'passkey' }, 1],
    ]);
    expect(await running.points(SESSIONS_ACTIVE)).toEqual([[{ method: 'session' }, 2]]);
  });

  it('cannot be used for a challenge that nobody gave', async () => {
    const { running, authenticator } = await startWithPasskey();

    const response = authenticator.logIn('a-challenge-of-yesterday');
    const refused = await running
      .createClient()
      .send('/passkey/verify-authentication', { response });

    expect(refused.status).toBe(400);
    expect(await running.points(LOGINS)).toEqual([
      [
        {
          outcome: 'failure',
          reason: 'expired_token',
          'error.type': 'expired_token',
          method: 'passkey',
        },
        1,
      ],
    ]);
  });
});
