import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import type * as OpenIdClientModule from 'openid-client';
import { observeZeroCode, serve } from '../observe-zero-code';
import { patched } from '../patched';

type OpenIdClient = typeof OpenIdClientModule;

/** What the tests use of the client of version 5, whose alias has no types. */
interface Client5 {
  authorizationUrl(parameters: object): string;
  callback(redirectUri: string, parameters: object, checks: object): Promise<unknown>;
  oauthCallback(redirectUri: string, parameters: object, checks: object): Promise<unknown>;
  refresh(token: string): Promise<unknown>;
  userinfo(token: string): Promise<unknown>;
}
interface OpenIdClient5 {
  readonly Issuer: new (metadata: object) => { readonly Client: new (metadata: object) => Client5 };
}

const step = (name: string, outcome: string, provider: string, count = 1): string =>
  `auth.oauth.steps outcome=${outcome} provider=${provider} step=${name} ${String(count)}`;
const REDIRECT_URI = 'https://service.test/callback';
const PROVIDER = '127.0.0.1';
const CONFIG = { config: { meterOptions: { providers: [PROVIDER] } } };

/** An identity provider as far as the tests go: it knows one code, one refresh token and one access token. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const isGood = /good/.test(body + String(request.headers.authorization));
  const content =
    request.url === '/userinfo'
      ? { sub: 'alice' }
      : { access_token: 'good', refresh_token: 'good', token_type: 'bearer', expires_in: 60 };
  response.writeHead(isGood ? 200 : 400, { 'content-type': 'application/json' });
  response.end(JSON.stringify(isGood ? content : { error: 'invalid_grant' }));
}

const listener = (request: IncomingMessage, response: ServerResponse): void => {
  void answer(request, response);
};

const metadata = (url: string) => ({
  issuer: url,
  authorization_endpoint: `${url}/authorize`,
  token_endpoint: `${url}/token`,
  userinfo_endpoint: `${url}/userinfo`,
});

/** The library insists on https; loopback speaks http. */
function allowLoopback(
  client: OpenIdClient,
  configuration: OpenIdClientModule.Configuration,
): void {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- Marked so to stand out; this is what it is for.
  client.allowInsecureRequests(configuration);
}

async function settle(run: () => unknown): Promise<string> {
  try {
    await run();
    return 'ok';
  } catch (error) {
    return error instanceof Error ? 'refused' : String(error);
  }
}

describe.each([
  ['newest', () => import('openid-client')],
  ['lowest', () => import('openid-client-6')],
])('patched openid-client 6, the %s version', (_name, load) => {
  let client: OpenIdClient;

  beforeAll(async () => {
    client = patched('openid-client', (await load()) as OpenIdClient);
  });

  const observe = (
    play: (configuration: OpenIdClientModule.Configuration) => readonly (() => unknown)[],
    options = CONFIG,
  ) =>
    observeZeroCode(
      () =>
        serve(listener, async (url) => {
          const configuration = new client.Configuration(metadata(url), 'client', 'secret');
          allowLoopback(client, configuration);
          const results: string[] = [];
          for (const run of play(configuration)) results.push(await settle(run));
          return results;
        }),
      options,
    );
  const comeBack = (configuration: OpenIdClientModule.Configuration, query: string) => () =>
    client.authorizationCodeGrant(configuration, new URL(`${REDIRECT_URI}?${query}`), {
      expectedState: 's',
    });

  it('counts each step of a sign-in that goes well, by its provider', async () => {
    const { result, counted } = await observe((configuration) => [
      () => client.buildAuthorizationUrl(configuration, { redirect_uri: REDIRECT_URI }),
      comeBack(configuration, 'code=good&state=s'),
      () => client.fetchUserInfo(configuration, 'good', 'alice'),
      () => client.refreshTokenGrant(configuration, 'good'),
    ]);

    expect(result).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect(counted).toEqual(
      ['callback', 'code_exchange', 'refresh', 'start', 'userinfo'].map((name) =>
        step(name, 'success', PROVIDER),
      ),
    );
  });

  it('tells a refusal of the provider from one of the code', async () => {
    const denied = await observe((configuration) => [
      comeBack(configuration, 'error=access_denied&state=s'),
    ]);
    const forged = await observe((configuration) => [comeBack(configuration, 'code=good&state=x')]);
    const used = await observe((configuration) => [comeBack(configuration, 'code=used&state=s')]);

    expect(denied.counted).toEqual([
      'auth.errors error.type=access_denied operation=oauth_callback 1',
      step('callback', 'failure', PROVIDER),
    ]);
    expect(forged.counted).toEqual([
      'auth.errors error.type=csrf_failed operation=oauth_callback 1',
      step('callback', 'failure', PROVIDER),
      'auth.security.events event=csrf_failure severity=warn 1',
    ]);
    expect(used.counted).toEqual([
      'auth.errors error.type=invalid_credentials operation=oauth_callback 1',
      step('code_exchange', 'failure', PROVIDER),
      step('callback', 'success', PROVIDER),
    ]);
  });

  it('calls a provider that nobody declared by no name', async () => {
    const { counted } = await observe(
      (configuration) => [() => client.buildAuthorizationUrl(configuration, {})],
      { config: { meterOptions: { providers: [] } } },
    );

    expect(counted).toEqual([step('start', 'success', '_OTHER')]);
  });

  it('does nothing while it is switched off', async () => {
    const { counted } = await observe(
      (configuration) => [() => client.buildAuthorizationUrl(configuration, {})],
      { config: { libraries: { 'openid-client': false } } } as never,
    );

    expect(counted).toEqual([]);
  });
});

describe.each([
  ['lowest', 'lowest-openid-client'],
  ['newest', 'openid-client-5'],
])('patched openid-client 5, the %s version', (_name, alias) => {
  /* eslint-disable @typescript-eslint/no-require-imports -- Aliases have no types. */
  const file = join(dirname(require.resolve(alias)), 'client.js');
  patched('openid-client', require(file), 1);
  const { Issuer } = require(alias) as OpenIdClient5;
  /* eslint-enable */

  const observe = (play: (client: Client5) => readonly (() => unknown)[]) =>
    observeZeroCode(
      () =>
        serve(listener, async (url) => {
          const { Client } = new Issuer(metadata(url));
          const client = new Client({ client_id: 'client', client_secret: 'secret' });
          const results: string[] = [];
          for (const run of play(client)) results.push(await settle(run));
          return results;
        }),
      CONFIG,
    );

  it('counts each step of a sign-in that goes well, by its provider', async () => {
    const { result, counted } = await observe((client) => [
      () => client.authorizationUrl({ redirect_uri: REDIRECT_URI }),
      () => client.oauthCallback(REDIRECT_URI, { code: 'good', state: 's' }, { state: 's' }),
      () => client.userinfo('good'),
      () => client.refresh('good'),
    ]);

    expect(result).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect(counted).toEqual(
      ['callback', 'code_exchange', 'refresh', 'start', 'userinfo'].map((name) =>
        step(name, 'success', PROVIDER),
      ),
    );
  });

  it('tells a refusal of the provider from one of the code', async () => {
    const denied = await observe((client) => [
      () => client.callback(REDIRECT_URI, { error: 'access_denied', state: 's' }, { state: 's' }),
    ]);
    const used = await observe((client) => [
      () => client.oauthCallback(REDIRECT_URI, { code: 'used', state: 's' }, { state: 's' }),
    ]);

    expect(denied.counted).toEqual([
      'auth.errors error.type=access_denied operation=oauth_callback 1',
      step('callback', 'failure', PROVIDER),
    ]);
    expect(used.counted).toEqual([
      'auth.errors error.type=invalid_credentials operation=oauth_callback 1',
      step('code_exchange', 'failure', PROVIDER),
      step('callback', 'success', PROVIDER),
    ]);
  });
});

describe('a callback route over a patched openid-client', () => {
  it.each([
    ['undeclared: an attempt', {}, ['auth.attempts method=oauth outcome=success 1'], 'callback'],
    [
      'declared: a login, and the step of the route itself',
      { operations: { 'GET /callback': 'oauth_callback' } },
      [
        'auth.attempts method=oauth outcome=success 1',
        'auth.logins method=oauth outcome=success 1',
      ],
      'callback',
    ],
  ] as const)('counts once when it is %s', async (_what, http, expected, name) => {
    const client = patched('openid-client', await import('openid-client'));
    const { counted } = await observeZeroCode(
      () =>
        serve(listener, (provider) => {
          const configuration = new client.Configuration(metadata(provider), 'client', 'secret');
          allowLoopback(client, configuration);
          const app = (request: IncomingMessage, response: ServerResponse): void => {
            const url = new URL(request.url ?? '', REDIRECT_URI);
            void client
              .authorizationCodeGrant(configuration, url, { expectedState: 's' })
              .then(() => response.writeHead(302, { location: '/' }).end());
          };
          return serve(
            app,
            async (service) =>
              (await fetch(`${service}/callback?code=good&state=s`, { redirect: 'manual' })).status,
          );
        }),
      { config: { http } },
    );

    expect(counted.filter((line) => !line.startsWith('auth.oauth'))).toEqual(expected);
    expect(counted.filter((line) => line.includes(`step=${name}`))).toHaveLength(1);
    expect(counted.filter((line) => line.endsWith(' 1'))).toEqual(counted);
  });
});
