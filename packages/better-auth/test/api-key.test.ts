import {
  ATTEMPTS,
  ERRORS,
  TOKEN_ISSUANCES,
  TOKEN_REVOCATIONS,
  TOKEN_VALIDATIONS,
} from '@authmeter/core/conventions';
import type { BetterAuthPlugin } from 'better-auth' with { 'resolution-mode': 'import' };
import { ADA, closeAll, startAuth } from './start-auth';

const INVALID = {
  outcome: 'failure',
  reason: 'invalid_credentials',
  'error.type': 'invalid_credentials',
} as const;

/** Ada, signed up, with a key of hers. */
async function startWithKey(options: object = {}, key: object = {}) {
  const { apiKey } = await import('@better-auth/api-key');
  const plugin = apiKey(options) as unknown as BetterAuthPlugin;
  const running = await startAuth({ auth: { plugins: [plugin] } });
  const client = running.createClient();
  const signedUp = await client.send('/sign-up/email', ADA);
  const { user } = (await signedUp.json()) as { user: { id: string } };
  const created = (await running.auth.api['createApiKey']?.({
    body: { name: 'a key', userId: user.id, ...key },
  })) as { id: string; key: string };
  return { running, client, created };
}

describe('an API key', () => {
  afterEach(closeAll);

  it('is counted as a token: issued, and judged in process', async () => {
    const { apiKey } = await import('@better-auth/api-key');
    const running = await startAuth({
      auth: { plugins: [apiKey() as unknown as BetterAuthPlugin] },
    });
    const client = running.createClient();
    await client.send('/sign-up/email', ADA);
    const created = await client.send('/api-key/create', { name: 'a key' });
    const { key } = (await created.json()) as { key: string };

    await running.auth.api['verifyApiKey']?.({ body: { key } });
    await running.auth.api['verifyApiKey']?.({ body: { key: 'another' } });

    expect(await running.points(TOKEN_ISSUANCES)).toEqual([
      [{ token_type: 'api_key', grant_type: '_OTHER' }, 1],
    ]);
    expect(await running.points(TOKEN_VALIDATIONS)).toEqual([
      [
        {
          outcome: 'failure',
          reason: 'invalid_credentials',
          'error.type': 'invalid_credentials',
          token_type: 'api_key',
        },
        1,
      ],
      [{ outcome: 'success', token_type: 'api_key' }, 1],
    ]);
    expect(await running.points(ATTEMPTS)).toEqual([
      [{ outcome: 'success', method: 'session' }, 1],
    ]);
  });

  it('is counted as what a request authenticates with, where it stands for a session', async () => {
    const { running, created } = await startWithKey({ enableSessionForAPIKeys: true });
    const machine = running.createClient();
    const list = (key: string) => machine.send('/list-sessions', undefined, { 'x-api-key': key });

    const accepted = await list(created.key);
    const refused = await list('x'.repeat(created.key.length));

    expect([accepted.status, refused.status]).toEqual([200, 401]);
    expect(await running.points(ATTEMPTS)).toEqual([
      [{ ...INVALID, method: 'api_key' }, 1],
      [{ outcome: 'success', method: 'api_key' }, 1],
    ]);
    expect(await running.points(TOKEN_VALIDATIONS)).toEqual([
      [{ ...INVALID, token_type: 'api_key' }, 1],
      [{ outcome: 'success', token_type: 'api_key' }, 1],
    ]);
    expect(await running.points(ERRORS)).toEqual([
      [{ 'error.type': 'invalid_credentials', operation: 'authenticate' }, 1],
    ]);
  });

  it.each([
    ['is used up', { remaining: 1 }, 'rate_limited', 'rate_limited'],
    [
      'is used too often',
      { rateLimitEnabled: true, rateLimitMax: 1, rateLimitTimeWindow: 60_000 },
      'rate_limited',
      'rate_limited',
    ],
  ])('that %s says so', async (_what, limits, errorType, reason) => {
    const { running, created } = await startWithKey({}, limits);
    const verify = () => running.auth.api['verifyApiKey']?.({ body: { key: created.key } });

    await verify();
    await verify();

    expect(await running.points(TOKEN_VALIDATIONS)).toEqual([
      [{ outcome: 'failure', reason, 'error.type': errorType, token_type: 'api_key' }, 1],
      [{ outcome: 'success', token_type: 'api_key' }, 1],
    ]);
  });

  it('that was disabled or deleted is refused as revoked or unknown', async () => {
    const { running, client, created } = await startWithKey();
    const verify = () => running.auth.api['verifyApiKey']?.({ body: { key: created.key } });

    await client.send('/api-key/update', { keyId: created.id, enabled: false });
    await verify();
    await client.send('/api-key/delete', { keyId: created.id });
    await verify();

    expect(await running.points(TOKEN_REVOCATIONS)).toEqual([
      [{ token_type: 'api_key', cause: 'user' }, 1],
    ]);
    expect(await running.points(TOKEN_VALIDATIONS)).toEqual([
      [{ ...INVALID, token_type: 'api_key' }, 1],
      [{ ...INVALID, 'error.type': 'token_revoked', token_type: 'api_key' }, 1],
    ]);
  });

  it('counts a call in process that presents one', async () => {
    const { running, created } = await startWithKey({ enableSessionForAPIKeys: true });
    const headers = new Headers({ 'x-api-key': created.key });

    await running.auth.api['listSessions']?.({ headers });

    expect(await running.points(ATTEMPTS)).toEqual([
      [{ outcome: 'success', method: 'api_key' }, 1],
    ]);
  });
});
