import { AuthLayer } from '../../src/http/auth-layer';
import { serve, type Opened, type Server } from './serve';
import type { HostRequest } from './serve';

const TOKEN = { headers: { authorization: 'Bearer aa.bb.cc' } };
const SESSION = { 'auth.attempts': [{ outcome: 'success', method: 'session', value: 1 }] };
const EXPIRED = Object.assign(new Error('no'), { code: 'ERR_JWT_EXPIRED' });
const failureOf = (errorType: string, reason = errorType) => ({
  'auth.attempts': [
    { outcome: 'failure', reason, 'error.type': errorType, method: 'session', value: 1 },
  ],
  'auth.errors': [{ 'error.type': errorType, operation: 'authenticate', value: 1 }],
});

interface Layered {
  readonly status?: number;
  readonly isOptional?: boolean;
  speak?(layer: AuthLayer, opened: Opened, request: HostRequest): void;
}

describe('a layer', () => {
  let server: Server | undefined;
  const run = async ({ status = 200, isOptional = false, speak }: Layered, init?: RequestInit) => {
    server = await serve({
      handle: ({ opened, request, response }) => {
        if (opened === undefined) throw new Error('nothing is observed');
        const layer = new AuthLayer(opened, request, { method: 'session', isOptional });
        speak?.(layer, opened, request);
        response.writeHead(status).end();
      },
    });
    await server.send('/', init);
    return server.counted();
  };

  afterEach(() => server?.close());

  it.each<readonly [string, Layered, RequestInit | undefined, object]>([
    [
      'passes somebody whom it knows',
      {
        speak: (layer) => {
          layer.pass({ accountId: 'u1' });
        },
      },
      undefined,
      SESSION,
    ],
    [
      'passes a credential',
      {
        speak: (layer) => {
          layer.pass(undefined);
        },
      },
      TOKEN,
      SESSION,
    ],
    [
      'passes a guest',
      {
        speak: (layer) => {
          layer.pass(undefined);
        },
      },
      undefined,
      {},
    ],
    [
      'is optional and passes somebody whom it knows',
      {
        isOptional: true,
        speak: (layer) => {
          layer.pass({});
        },
      },
      undefined,
      SESSION,
    ],
    [
      'stands aside for somebody whom it knows',
      {
        speak: (layer) => {
          layer.standAside({});
        },
      },
      undefined,
      SESSION,
    ],
    [
      'refuses with an error, and the host answers as it likes',
      {
        status: 302,
        speak: (layer) => {
          layer.refuse(EXPIRED);
        },
      },
      TOKEN,
      failureOf('expired_token'),
    ],
    [
      'refuses, and then passes',
      {
        speak: (layer) => {
          layer.refuse(EXPIRED);
          layer.pass({ accountId: 'u1' });
        },
      },
      TOKEN,
      failureOf('expired_token'),
    ],
    [
      'passes twice and then throws',
      {
        status: 500,
        speak: (layer) => {
          layer.pass({});
          layer.pass({});
          layer.refuse(EXPIRED);
        },
      },
      TOKEN,
      SESSION,
    ],
  ])('that %s is counted by its first word', async (_case, layered, init, expected) => {
    expect(await run(layered, init)).toEqual(expected);
  });

  it.each<readonly [number, object]>([
    [200, {}],
    [302, {}],
    [400, failureOf('invalid_format')],
    [401, failureOf('unknown')],
    [403, failureOf('insufficient_permissions')],
    [423, failureOf('account_locked', 'account_restricted')],
    [429, failureOf('rate_limited')],
    [500, failureOf('internal_error')],
    [503, failureOf('dependency_error')],
  ])('that answers %d itself is counted by what it means', async (status, expected) => {
    expect(await run({ status }, TOKEN)).toEqual(expected);
  });

  it.each([400, 422, 500, 503])('is not asked about a handler that answers %d', async (status) => {
    const layered: Layered = {
      status,
      speak: (layer) => {
        layer.pass({});
      },
    };

    expect(await run(layered, TOKEN)).toEqual(SESSION);
  });

  it('that answers 403 itself outranks one that accepted before', async () => {
    const layered: Layered = {
      status: 403,
      speak: (layer, opened, request) => {
        layer.pass({});
        new AuthLayer(opened, request, { method: undefined, isOptional: false });
      },
    };

    expect(await run(layered, TOKEN)).toEqual(failureOf('insufficient_permissions'));
  });
});

describe('an optional layer', () => {
  it.each([true, false])(
    'serves a guest with a bad token, which is a failed validation and no attempt (told: %s)',
    async (isOptional) => {
      const server = await serve({
        handle: ({ opened, open, request, response }) => {
          if (opened === undefined) throw new Error('nothing is observed');
          const layer = new AuthLayer(opened, request, { method: 'jwt', isOptional });
          open.meter.record({ kind: 'token_validation', outcome: 'failure', error: EXPIRED });
          layer.pass(undefined);
          response.end();
        },
      });

      await server.send('/', TOKEN);

      expect(await server.counted()).toEqual({
        'auth.token.validations': [
          {
            outcome: 'failure',
            reason: 'expired_token',
            'error.type': 'expired_token',
            token_type: 'access',
            value: 1,
          },
        ],
        'auth.errors': [{ 'error.type': 'expired_token', operation: 'token_validate', value: 1 }],
      });
      await server.close();
    },
  );
});
