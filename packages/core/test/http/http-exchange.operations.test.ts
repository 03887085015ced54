import { serve, type Server, type ServeOptions } from './serve';

const OPERATIONS = {
  'POST /login': 'login',
  'POST /register': { operation: 'register', method: 'passkey' },
  'POST /refresh': 'token_refresh',
  'POST /logout': 'logout',
  'GET /callback/:provider': { operation: 'oauth_callback', provider: 'github' },
} as const;
const POST = { method: 'POST' };
const failureOf = (errorType: string, reason: string, method: string) => ({
  outcome: 'failure',
  reason,
  'error.type': errorType,
  method,
  value: 1,
});
const errorOf = (errorType: string, operation: string) => ({
  'auth.errors': [{ 'error.type': errorType, operation, value: 1 }],
});

describe('a declared operation', () => {
  let server: Server;
  const start = async (options: ServeOptions): Promise<void> => {
    server = await serve({ meter: { providers: ['github'] }, ...options });
  };
  const answer = (status: number): Promise<void> =>
    start({
      http: { operations: OPERATIONS },
      handle: ({ response }) => response.writeHead(status).end(),
    });

  afterEach(() => server.close());

  it.each([200, 302])('is a login that succeeded, at %d', async (status) => {
    await answer(status);

    await server.send('/login', POST);

    const success = { outcome: 'success', method: 'password', value: 1 };
    expect(await server.counted()).toEqual({
      'auth.attempts': [success],
      'auth.logins': [success],
    });
  });

  it.each([
    [400, 'invalid_credentials', 'invalid_credentials'],
    [401, 'invalid_credentials', 'invalid_credentials'],
    [403, 'invalid_credentials', 'invalid_credentials'],
    [404, 'invalid_credentials', 'invalid_credentials'],
    [409, 'invalid_credentials', 'invalid_credentials'],
    [422, 'invalid_credentials', 'invalid_credentials'],
    [423, 'account_locked', 'account_restricted'],
    [429, 'rate_limited', 'rate_limited'],
    [500, 'internal_error', 'internal_error'],
    [503, 'dependency_error', 'dependency_error'],
  ])('is a login that failed, at %d, by %s', async (status, errorType, reason) => {
    await answer(status);

    await server.send('/login', POST);

    const failed = failureOf(errorType, reason, 'password');
    expect(await server.counted()).toEqual({
      'auth.attempts': [failed],
      'auth.logins': [failed],
      ...errorOf(errorType, 'login'),
    });
  });

  it.each([
    [200, { outcome: 'success', method: 'passkey', value: 1 }],
    [302, { outcome: 'success', method: 'passkey', value: 1 }],
    [400, { outcome: 'failure', reason: 'invalid_format', method: 'passkey', value: 1 }],
    [403, { outcome: 'failure', reason: 'insufficient_permissions', method: 'passkey', value: 1 }],
    [409, { outcome: 'failure', reason: 'unknown', method: 'passkey', value: 1 }],
    [422, { outcome: 'failure', reason: 'invalid_format', method: 'passkey', value: 1 }],
    [503, { outcome: 'failure', reason: 'dependency_error', method: 'passkey', value: 1 }],
  ])('is a registration, at %d, and no attempt', async (status, expected) => {
    await answer(status);

    await server.send('/register', POST);

    const counted = await server.counted();
    expect(counted['auth.registrations']).toEqual([expected]);
    expect(counted['auth.attempts']).toBeUndefined();
    expect(counted['auth.errors'] ?? []).toHaveLength(expected.outcome === 'failure' ? 1 : 0);
  });

  it('is a refresh, although it looks like any guarded route', async () => {
    await answer(401);

    await server.send('/refresh', { ...POST, headers: { authorization: 'Bearer aa.bb.cc' } });

    expect(await server.counted()).toEqual({
      'auth.token.refreshes': [{ outcome: 'failure', reason: 'invalid_credentials', value: 1 }],
      ...errorOf('invalid_credentials', 'token_refresh'),
    });
  });

  it('is a logout only of somebody', async () => {
    await answer(204);

    await server.send('/logout', POST);
    const nobody = await server.counted();
    await server.send('/logout', { ...POST, headers: { authorization: 'Bearer aa.bb.cc' } });

    expect(nobody).toEqual({});
    expect(await server.counted()).toEqual({ 'auth.logouts': [{ cause: 'user', value: 1 }] });
  });

  it('is an OAuth callback that signs in', async () => {
    await answer(302);

    await server.send('/callback/github?code=c');

    const success = { outcome: 'success', method: 'oauth', value: 1 };
    expect(await server.counted()).toEqual({
      'auth.attempts': [success],
      'auth.logins': [success],
      'auth.oauth.steps': [{ step: 'callback', outcome: 'success', provider: 'github', value: 1 }],
    });
  });

  it('is an OAuth callback with which the provider refused', async () => {
    await answer(302);

    await server.send('/callback/github?error=access_denied&state=s');

    const failed = failureOf('access_denied', 'insufficient_permissions', 'oauth');
    expect(await server.counted()).toEqual({
      'auth.attempts': [failed],
      'auth.logins': [failed],
      'auth.oauth.steps': [{ step: 'callback', outcome: 'failure', provider: 'github', value: 1 }],
      ...errorOf('access_denied', 'login'),
    });
  });
});

describe('a declared operation with an outcome callback', () => {
  let server: Server;
  const judged = async (
    outcome: () => 'success' | 'failure' | undefined,
    status: number,
  ): Promise<void> => {
    server = await serve({
      http: { operations: { 'POST /login': { operation: 'login', outcome } } },
      handle: ({ response }) => response.writeHead(status, { location: '/login' }).end(),
    });
    await server.send('/login', POST);
  };
  const SUCCESS = { outcome: 'success', method: 'password', value: 1 };

  afterEach(() => server.close());

  it.each([
    ['failure', 302, failureOf('invalid_credentials', 'invalid_credentials', 'password')],
    ['failure', 401, failureOf('invalid_credentials', 'invalid_credentials', 'password')],
    ['success', 401, SUCCESS],
    [undefined, 302, SUCCESS],
    [undefined, 422, failureOf('invalid_credentials', 'invalid_credentials', 'password')],
  ] as const)('that says %s at %d is believed', async (judgement, status, expected) => {
    await judged(() => judgement, status);

    expect((await server.counted())['auth.logins']).toEqual([expected]);
  });

  it('that throws leaves it to the status', async () => {
    await judged(() => {
      throw new Error('a bug of the host');
    }, 200);

    expect(await server.counted()).toEqual({
      'auth.attempts': [SUCCESS],
      'auth.logins': [SUCCESS],
      'auth.instrumentation.failures': [{ component: 'adapter', value: 1 }],
    });
  });

  it('is given the ended response and the request', async () => {
    const seen: unknown[] = [];
    server = await serve({
      http: {
        operations: {
          'POST /login': {
            operation: 'login',
            outcome: (request, response) => {
              seen.push(request.url, response.statusCode, response.getHeader('location'));
              return { outcome: 'failure', errorType: 'challenge_required' };
            },
          },
        },
      },
      handle: ({ response }) =>
        response.setHeader('location', '/second-factor').writeHead(302).end(),
    });

    await server.send('/login?a=b', POST);

    expect(seen).toEqual(['/login?a=b', 302, '/second-factor']);
    expect((await server.counted())['auth.logins']).toEqual([
      failureOf('challenge_required', 'account_restricted', 'password'),
    ]);
  });

  it('outranks what the code inside thought of itself, and keeps its cause', async () => {
    server = await serve({
      http: { operations: { 'POST /login': { operation: 'login', outcome: () => 'failure' } } },
      handle: ({ open, request, response }) => {
        const judge = () =>
          request.headers['x-locked'] === undefined
            ? ('success' as const)
            : ({ outcome: 'failure', errorType: 'account_locked' } as const);
        open.meter.observe('login', { judge }, () => undefined);
        response.writeHead(302).end();
      },
    });

    await server.send('/login', POST);
    await server.send('/login', { ...POST, headers: { 'x-locked': '1' } });

    expect((await server.counted())['auth.logins']).toEqual([
      failureOf('account_locked', 'account_restricted', 'password'),
      failureOf('invalid_credentials', 'invalid_credentials', 'password'),
    ]);
  });
});
