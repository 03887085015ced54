import type { AuthMeterOptions, SubjectFacts } from '@authmeter/core';
import { LOGINS, OAUTH_STEPS_TAKEN, ERRORS } from '@authmeter/core/conventions';
import { closeAll, startAuth } from './start-auth';

const PROVIDER = 'example-idp';

/** A provider whose token endpoint is answered in process. */
async function startWithProvider(meter: AuthMeterOptions = {}) {
  const { genericOAuth } = await import('better-auth/plugins');
  const plugin = genericOAuth({
    config: [
      {
        providerId: PROVIDER,
        clientId: 'a client',
        clientSecret: 'its secret',
        authorizationUrl: 'https://idp.example/authorize',
        tokenUrl: 'https://idp.example/token',
        getToken: () => Promise.resolve({ accessToken: 'a token' }),
        getUserInfo: () =>
          Promise.resolve({ id: '1', name: 'Ada', email: 'ada@example.com', emailVerified: true }),
      },
    ],
  });
  return startAuth({
    auth: { plugins: [plugin] },
    meter: { providers: [PROVIDER], ...meter },
  });
}

describe('social sign-in', () => {
  afterEach(closeAll);

  it('counts start and callback, and a login by the callback, whose answer is a thrown redirect', async () => {
    const running = await startWithProvider();
    const client = running.createClient();

    const started = await client.send('/sign-in/social', { provider: PROVIDER, callbackURL: '/' });
    const { url } = (await started.json()) as { url: string };
    const state = new URL(url).searchParams.get('state') ?? '';
    const called = await client.send(`/callback/${PROVIDER}?code=x&state=${state}`);

    expect(called.status).toBe(302);
    expect(await running.points(OAUTH_STEPS_TAKEN)).toEqual([
      [{ step: 'callback', outcome: 'success', provider: PROVIDER }, 1],
      [{ step: 'start', outcome: 'success', provider: PROVIDER }, 1],
    ]);
    expect(await running.points(LOGINS)).toEqual([[{ outcome: 'success', method: 'oauth' }, 1]]);
    expect(await running.points(ERRORS)).toEqual([]);
  });

  it('tells observers the template of its route, never the path', async () => {
    const routes: unknown[] = [];
    const running = await startWithProvider({
      observers: [
        { observe: ({ observation }) => routes.push((observation as SubjectFacts).route) },
      ],
    });

    await running.createClient().send(`/callback/${PROVIDER}?code=x&state=foreign`);

    expect(new Set(routes)).toEqual(new Set(['/callback/:id']));
  });

  it('counts a state that nobody issued as a failed login', async () => {
    const running = await startWithProvider();

    const called = await running.createClient().send(`/callback/${PROVIDER}?code=x&state=foreign`);

    expect(called.headers.get('location')).toContain('error=');
    expect(await running.points(LOGINS)).toEqual([
      [
        {
          outcome: 'failure',
          reason: 'invalid_credentials',
          'error.type': 'csrf_failed',
          method: 'oauth',
        },
        1,
      ],
    ]);
  });

  it('counts a user who said no at the provider as denied access', async () => {
    const running = await startWithProvider();
    const client = running.createClient();
    const started = await client.send('/sign-in/social', { provider: PROVIDER, callbackURL: '/' });
    const { url } = (await started.json()) as { url: string };
    const state = new URL(url).searchParams.get('state') ?? '';

    await client.send(`/callback/${PROVIDER}?error=access_denied&state=${state}`);

    expect(await running.points(LOGINS)).toEqual([
      [
        {
          outcome: 'failure',
          reason: 'insufficient_permissions',
          'error.type': 'access_denied',
          method: 'oauth',
        },
        1,
      ],
    ]);
  });

  it('counts a sign-in by an id token as a login and not as a start', async () => {
    const running = await startWithProvider();

    const answer = await running.createClient().send('/sign-in/social', {
      provider: PROVIDER,
      idToken: { token: 'a token' },
    });

    expect(await answer.json()).toMatchObject({ code: 'ID_TOKEN_NOT_SUPPORTED' });
    expect(await running.points(OAUTH_STEPS_TAKEN)).toEqual([]);
    expect(await running.points(LOGINS)).toEqual([
      [
        {
          outcome: 'failure',
          reason: 'internal_error',
          'error.type': 'configuration_error',
          method: 'oidc',
        },
        1,
      ],
    ]);
  });
});
