import { AuthLayer } from '../../src/http/auth-layer';
import { serve, type Opened } from './serve';

const TOKEN = { headers: { authorization: 'Bearer aa.bb.cc' } };
const EXPIRED = Object.assign(new Error('no'), { code: 'ERR_JWT_EXPIRED' });
const NOTHING_TO_VERIFY = Object.assign(new Error('jwt must be provided'), {
  name: 'JsonWebTokenError',
});
const WHY = { outcome: 'failure', reason: 'expired_token', 'error.type': 'expired_token' };
const VALIDATION = { ...WHY, token_type: 'access', value: 1 };
const GUEST_WITH_EXPIRED_TOKEN = {
  'auth.token.validations': [VALIDATION],
  'auth.errors': [{ 'error.type': 'expired_token', operation: 'token_validate', value: 1 }],
};

/** Counts one request to a server whose layer speaks so, and whose handler answers with a status. */
async function countedWhen(
  speak: (layer: AuthLayer, opened: Opened) => void,
  { init = TOKEN, status = 200 }: { init?: RequestInit; status?: number } = {},
) {
  const server = await serve({
    handle: ({ opened, request, response }) => {
      if (opened === undefined) throw new Error('nothing is observed');
      speak(new AuthLayer(opened, request, { method: 'jwt', isOptional: false }), opened);
      response.writeHead(status).end();
    },
  });
  await server.send('/', init);
  const counted = await server.counted();
  await server.close();
  return counted;
}

const tolerateExpired = (layer: AuthLayer): void => {
  layer.tolerate(EXPIRED);
};

describe('a layer that tolerates a token which it cannot verify', () => {
  it('serves a guest: a failed validation, and no attempt', async () => {
    expect(await countedWhen(tolerateExpired)).toEqual(GUEST_WITH_EXPIRED_TOKEN);
  });

  it('gives the reason where the request is refused for want of an account', async () => {
    expect(await countedWhen(tolerateExpired, { status: 401 })).toEqual({
      'auth.attempts': [{ ...WHY, method: 'jwt', value: 1 }],
      'auth.token.validations': [VALIDATION],
      'auth.errors': [{ 'error.type': 'expired_token', operation: 'authenticate', value: 1 }],
    });
  });

  it('counts nothing where nothing was presented', async () => {
    expect(await countedWhen(tolerateExpired, { init: {} })).toEqual({});
  });

  it('counts nothing where its verifier was given nothing', async () => {
    const tolerateNothing = (layer: AuthLayer): void => {
      layer.tolerate(NOTHING_TO_VERIFY);
    };

    expect(await countedWhen(tolerateNothing)).toEqual({});
  });

  it('has spoken: what it refuses afterwards is not heard', async () => {
    const counted = await countedWhen((layer) => {
      layer.tolerate(EXPIRED);
      layer.refuse(new Error('no'));
    });

    expect(counted).toEqual(GUEST_WITH_EXPIRED_TOKEN);
  });

  it('leaves an acceptance by another layer as it is', async () => {
    const counted = await countedWhen((layer, { exchange }) => {
      exchange.accept({ method: 'session' });
      layer.tolerate(EXPIRED);
    });

    expect(counted['auth.attempts']).toEqual([{ outcome: 'success', method: 'session', value: 1 }]);
  });
});
