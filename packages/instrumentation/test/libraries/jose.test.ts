import { generateKeyPairSync } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type * as JoseModule from 'jose';
import { observeZeroCode, serve } from '../observe-zero-code';
import { patched } from '../patched';

type Jose = typeof JoseModule;

const VERSIONS: readonly (readonly [version: string, load: () => Promise<unknown>])[] = [
  ['4', () => import('lowest-jose')],
  ['5', () => import('jose-5')],
  ['6', () => import('jose')],
];
const first = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const second = generateKeyPairSync('ec', { namedCurve: 'P-256' });

const GOOD = 'auth.token.validations outcome=success token_type=access 1';
const failed = (errorType: string, reason = errorType): readonly string[] => [
  `auth.errors error.type=${errorType} operation=token_validate 1`,
  `auth.token.validations error.type=${errorType} outcome=failure reason=${reason} token_type=access 1`,
];
const lookup = (result: string, count = 1): string =>
  `auth.key.lookups result=${result} ${String(count)}`;

describe.each(VERSIONS)('patched jose %s', (_version, load) => {
  const secret = new Uint8Array(32).fill(7);
  let jose: Jose;
  let plain: Jose;

  beforeAll(async () => {
    plain = (await load()) as Jose;
    jose = patched('jose', plain);
  });

  const sign = (claims: JoseModule.JWTPayload): Promise<string> =>
    new plain.SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(secret);
  const signFor = (kid: string, key = first.privateKey): Promise<string> =>
    new plain.SignJWT({ sub: 'bob' }).setProtectedHeader({ alg: 'ES256', kid }).sign(key);
  const tryTo = async (run: () => Promise<unknown>): Promise<unknown> => {
    try {
      return await run();
    } catch (error) {
      return (error as { code?: unknown }).code ?? (error as Error).name;
    }
  };

  it('counts a good token, and resolves as it did', async () => {
    const token = await sign({ sub: 'bob' });

    const { result, counted } = await observeZeroCode(() => jose.jwtVerify(token, secret));

    expect(result.payload.sub).toBe('bob');
    expect(counted).toEqual([GOOD]);
  });

  it('counts a bad token by its precise reason, and rejects as it did', async () => {
    const token = await sign({ exp: 1 });

    const { result, counted } = await observeZeroCode(() =>
      tryTo(() => jose.jwtVerify(token, secret)),
    );

    expect(result).toBe('ERR_JWT_EXPIRED');
    expect(counted).toEqual(failed('expired_token'));
  });

  it.each([undefined, ''])('is no validation when it is given nothing: %p', async (nothing) => {
    const { result, counted } = await observeZeroCode(() =>
      tryTo(() => jose.jwtVerify(nothing as string, secret)),
    );

    expect(result).not.toBeUndefined();
    expect(counted).toEqual([]);
  });

  it('counts what it signs', async () => {
    const { counted } = await observeZeroCode(() => sign({}));

    expect(counted).toEqual(['auth.token.issuances grant_type=_OTHER token_type=_OTHER 1']);
  });

  it('does nothing while it is switched off', async () => {
    const token = await sign({});

    const { counted } = await observeZeroCode(() => jose.jwtVerify(token, secret), {
      config: { libraries: { jose: false } },
    });

    expect(counted).toEqual([]);
  });

  describe('with a remote key set', () => {
    const jwk = (kid: string, { publicKey }: typeof first) => ({
      ...publicKey.export({ format: 'jwk' }),
      kid,
      alg: 'ES256',
    });
    let keys: readonly object[] = [];
    const publish: RequestListener = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ keys }));
    };
    beforeEach(() => {
      keys = [jwk('first', first)];
    });

    /** Verifies tokens one after another, with one set. */
    const verifyAll = (
      tokens: readonly string[],
      between: () => unknown = () => undefined,
      options: JoseModule.RemoteJWKSetOptions = {},
    ) =>
      observeZeroCode(() =>
        serve(publish, async (url) => {
          const keySet = jose.createRemoteJWKSet(new URL(url), options);
          const results: unknown[] = [];
          for (const token of tokens) {
            const verified = await tryTo(() => jose.jwtVerify(token, keySet));
            results.push(typeof verified === 'object' ? 'verified' : verified);
            await between();
          }
          return results;
        }),
      );

    it('tells the first fetch from what is found in the cache', async () => {
      const token = await signFor('first');

      const { result, counted } = await verifyAll([token, token, token]);

      expect(result).toEqual(['verified', 'verified', 'verified']);
      expect(counted).toEqual([lookup('hit', 2), lookup('miss'), GOOD.replace(/1$/, '3')]);
    });

    it('tells a key that came with a rotation', async () => {
      const tokens = [await signFor('first'), await signFor('second', second.privateKey)];

      const rotate = async (): Promise<void> => {
        keys = [...keys, jwk('second', second)];
        // Until the set may be fetched anew.
        const fetchedAt = Date.now();
        while (Date.now() <= fetchedAt + 2) await nextTurn();
      };
      const { result, counted } = await verifyAll(tokens, rotate, { cooldownDuration: 1 });

      expect(result).toEqual(['verified', 'verified']);
      expect(counted).toEqual([lookup('miss'), lookup('refreshed'), GOOD.replace(/1$/, '2')]);
    });

    it('tells a key that does not exist from a set that cannot be fetched', async () => {
      const token = await signFor('unheard');

      const { result, counted } = await verifyAll([token]);
      const down = await observeZeroCode(() => {
        const keySet = jose.createRemoteJWKSet(new URL('http://127.0.0.1:1/'));
        return tryTo(() => jose.jwtVerify(token, keySet));
      });

      expect(result).toEqual(['ERR_JWKS_NO_MATCHING_KEY']);
      expect(counted).toEqual([
        failed('unknown_key', 'invalid_credentials')[0],
        lookup('not_found'),
        failed('unknown_key', 'invalid_credentials')[1],
      ]);
      expect(down.counted).toEqual([
        failed('dependency_error')[0],
        lookup('error'),
        failed('dependency_error')[1],
      ]);
    });
  });
});
