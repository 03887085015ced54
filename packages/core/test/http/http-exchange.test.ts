import { serve, type Server, type ServeOptions } from './serve';

const TOKEN = { headers: { authorization: 'Bearer aa.bb.cc' } };
const GOOD_VALIDATION = { outcome: 'success', token_type: 'access', value: 1 };
const failureOf = (errorType: string, reason = errorType) => ({
  outcome: 'failure',
  reason,
  'error.type': errorType,
  value: 1,
});
const errorOf = (errorType: string, operation: string) => ({
  'auth.errors': [{ 'error.type': errorType, operation, value: 1 }],
});

describe('openHttpExchange', () => {
  let server: Server;
  const start = async (options: ServeOptions): Promise<void> => {
    server = await serve(options);
  };
  const answer = (status: number): Promise<void> =>
    start({ handle: ({ response }) => response.writeHead(status).end() });

  afterEach(() => server.close());

  it.each([
    [200, {}],
    [
      401,
      {
        'auth.attempts': [{ ...failureOf('missing_auth'), method: 'jwt' }],
        ...errorOf('missing_auth', 'authenticate'),
      },
    ],
    [404, {}],
    [500, {}],
  ])('counts a request without a credential that was answered %d', async (status, expected) => {
    await answer(status);

    await server.send('/');

    expect(await server.counted()).toEqual(expected);
  });

  it.each([
    [
      200,
      {
        'auth.attempts': [{ outcome: 'success', method: 'jwt', value: 1 }],
        'auth.token.validations': [GOOD_VALIDATION],
      },
    ],
    [
      401,
      {
        'auth.attempts': [{ ...failureOf('unknown'), method: 'jwt' }],
        'auth.token.validations': [{ ...failureOf('unknown'), token_type: 'access' }],
        ...errorOf('unknown', 'authenticate'),
      },
    ],
    [
      403,
      {
        'auth.attempts': [{ ...failureOf('insufficient_permissions'), method: 'jwt' }],
        ...errorOf('insufficient_permissions', 'authenticate'),
      },
    ],
    [422, {}],
    [503, {}],
  ])('counts a request with a token that was answered %d', async (status, expected) => {
    await answer(status);

    await server.send('/', TOKEN);

    expect(await server.counted()).toEqual(expected);
  });

  it('reads the challenge of a refusal', async () => {
    await start({
      handle: ({ response }) => {
        response.setHeader('www-authenticate', 'Bearer error="invalid_token"');
        response.writeHead(401).end();
      },
    });

    await server.send('/', TOKEN);

    expect((await server.counted())['auth.attempts']).toEqual([
      { ...failureOf('invalid_credentials'), method: 'jwt' },
    ]);
  });

  it('takes a credential that cannot be read for malformed', async () => {
    await answer(401);

    await server.send('/', { headers: { authorization: 'Bearer nonsense' } });

    expect(await server.counted()).toMatchObject({
      'auth.attempts': [{ ...failureOf('invalid_format'), method: 'jwt' }],
      'auth.token.validations': [{ ...failureOf('invalid_format'), token_type: 'access' }],
    });
  });

  it('knows whom the host served, and a failing handler does not change that', async () => {
    await start({
      handle: ({ request, response }) => {
        request.user = { id: 'u1' };
        response.writeHead(404).end();
      },
    });

    await server.send('/', TOKEN);

    expect(await server.counted()).toMatchObject({
      'auth.attempts': [{ outcome: 'success', method: 'jwt', value: 1 }],
    });
  });

  it('asks the callback of the host first, and survives it', async () => {
    const facts = { method: 'oidc', accountId: 'u1' };
    await start({
      http: {
        identify: (request) => {
          if (request.url === '/bug') throw new Error('a bug of the host');
          return request.url === '/known' ? facts : undefined;
        },
      },
      handle: ({ response }) => response.end(),
    });

    await server.send('/known', TOKEN);
    await server.send('/bug', TOKEN);

    expect(await server.counted()).toEqual({
      'auth.attempts': [
        { outcome: 'success', method: 'jwt', value: 1 },
        { outcome: 'success', method: 'oidc', value: 1 },
      ],
      'auth.token.validations': [{ ...GOOD_VALIDATION, value: 2 }],
      'auth.instrumentation.failures': [{ component: 'adapter', value: 1 }],
    });
  });

  it('implies no validation where a real one was seen', async () => {
    await start({
      handle: ({ open, response }) => {
        open.meter.observe('token_validate', {}, () => 'claims');
        response.end();
      },
    });

    await server.send('/', TOKEN);

    expect(await server.counted()).toEqual({
      'auth.attempts': [{ outcome: 'success', method: 'jwt', value: 1 }],
      'auth.token.validations': [GOOD_VALIDATION],
    });
  });

  it('does not observe a preflight', async () => {
    await answer(401);

    await server.send('/', { method: 'OPTIONS' });

    expect(await server.counted()).toEqual({});
  });

  it('counts a request once that is opened twice, under the settings of the first', async () => {
    await start({
      handle: ({ opened, open, request, response }) => {
        const again = open.meter.openExchange(request);
        expect(again).toEqual({ exchange: opened?.exchange, isOwner: false });
        response.writeHead(401).end();
      },
    });

    await server.send('/');

    expect((await server.counted())['auth.attempts']).toEqual([
      { ...failureOf('missing_auth'), method: 'jwt' },
    ]);
  });

  it('takes nobody for served whom no layer accepted, whatever was told of the token', async () => {
    await start({
      handle: ({ opened, response }) => {
        opened?.exchange.learn({ accountId: 'u1', token: { expiresAtEpochSeconds: 1 } });
        response.writeHead(404).end();
      },
    });

    await server.send('/', TOKEN);

    expect(await server.counted()).toEqual({});
  });

  it('counts the source of a failure, masked, as the trusted proxy tells it', async () => {
    await start({
      http: { trustedHops: 1 },
      handle: ({ response }) => response.writeHead(401).end(),
    });

    await server.send('/', { headers: { 'x-forwarded-for': '9.9.9.9, 198.51.100.7' } });
    await server.counted();

    expect((await server.counted())['auth.source.failures']).toEqual([
      { ip_address: '198.51.100.0', value: 1 },
    ]);
  });
});
