import { promisify } from 'node:util';
import { EXPIRED, FORGED, SECRET, tokenWith, VALID } from '@authmeter/adapter-contract';
import express, { type Request, type RequestHandler, type Response } from 'express';
import jsonwebtoken from 'jsonwebtoken';
import { get, observeZeroCode, serve } from '../observe-zero-code';
import { patched } from '../patched';

const jwt = patched('jsonwebtoken', jsonwebtoken);

const GOOD = 'auth.token.validations outcome=success token_type=access 1';
const EXPIRED_TOKEN =
  'auth.token.validations error.type=expired_token outcome=failure reason=expired_token token_type=access 1';
const EXPIRED_ERROR = (operation: string): string =>
  `auth.errors error.type=expired_token operation=${operation} 1`;
const ACCEPTED = 'auth.attempts method=jwt outcome=success 1';
const good = tokenWith({ sub: 'bob' });
const expired = tokenWith({ exp: 1 });

describe('patched jsonwebtoken.verify', () => {
  it('counts a good token, and returns what it returned', async () => {
    const { result, counted } = await observeZeroCode(() => jwt.verify(good, SECRET));

    expect(result).toMatchObject({ sub: 'bob' });
    expect(counted).toEqual([GOOD]);
  });

  it('counts a bad token by its precise reason, and throws what it threw', async () => {
    const { result, counted } = await observeZeroCode(() => {
      try {
        return jwt.verify(expired, SECRET);
      } catch (error) {
        return error;
      }
    });

    expect(result).toBeInstanceOf(jwt.TokenExpiredError);
    expect(counted).toEqual([EXPIRED_ERROR('token_validate'), EXPIRED_TOKEN]);
  });

  it.each([
    ['with options', [{}]],
    ['without options', []],
  ])('hears the callback %s, once', async (_how, options) => {
    const { result, counted } = await observeZeroCode(
      () =>
        new Promise((resolve) => {
          const verify = jwt.verify as unknown as (...parameters: unknown[]) => void;
          verify(expired, SECRET, ...options, (error: unknown, claims: unknown) => {
            resolve([error, claims]);
          });
        }),
    );

    expect(result).toEqual([expect.any(jwt.TokenExpiredError), undefined]);
    expect(counted).toEqual([EXPIRED_ERROR('token_validate'), EXPIRED_TOKEN]);
  });

  it('hears a callback behind a key that is fetched', async () => {
    const { result, counted } = await observeZeroCode(
      () =>
        new Promise((resolve) => {
          const fetchKey: jsonwebtoken.GetPublicKeyOrSecret = (_header, give) => {
            setImmediate(give, null, SECRET);
          };
          jwt.verify(good, fetchKey, (error, claims) => {
            resolve([error, typeof claims]);
          });
        }),
    );

    expect(result).toEqual([null, 'object']);
    expect(counted).toEqual([GOOD]);
  });

  it('blames the service when the key cannot be fetched', async () => {
    const down = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

    const { counted } = await observeZeroCode(
      () =>
        new Promise((resolve) => {
          jwt.verify(
            good,
            (_header, give) => {
              give(down);
            },
            resolve,
          );
        }),
    );

    expect(counted).toEqual([
      'auth.errors error.type=dependency_error operation=token_validate 1',
      'auth.token.validations error.type=dependency_error outcome=failure reason=dependency_error token_type=access 1',
    ]);
  });

  it('is heard behind promisify', async () => {
    const verify = promisify(jwt.verify) as (token: string, secret: string) => Promise<unknown>;

    const { counted } = await observeZeroCode(() => verify(good, SECRET));

    expect(counted).toEqual([GOOD]);
  });

  it.each([undefined, null, ''])(
    'is no validation when it is given nothing: %p',
    async (nothing) => {
      const { result, counted } = await observeZeroCode(() => {
        try {
          return jwt.verify(nothing as unknown as string, SECRET);
        } catch (error) {
          return (error as Error).message;
        }
      });

      expect(result).toBe('jwt must be provided');
      expect(counted).toEqual([]);
    },
  );

  it('does nothing while it is switched off', async () => {
    const { result, counted } = await observeZeroCode(() => jwt.verify(good, SECRET), {
      config: { libraries: { jsonwebtoken: false } },
    });

    expect(result).toMatchObject({ sub: 'bob' });
    expect(counted).toEqual([]);
  });
});

describe('patched jsonwebtoken.sign', () => {
  /** Its types know fewer forms than it has. */
  const signLater: (
    claims: object,
    secret: string,
    callback: (error: unknown, token?: string) => void,
  ) => void = jwt.sign;
  const ISSUED = 'auth.token.issuances grant_type=_OTHER token_type=_OTHER 1';

  it('counts what is signed at once', async () => {
    const { result, counted } = await observeZeroCode(() => jwt.sign({ sub: 'x' }, SECRET));

    expect(jwt.decode(result)).toMatchObject({ sub: 'x' });
    expect(counted).toEqual([ISSUED]);
  });

  it('counts what is signed for a callback', async () => {
    const { result, counted } = await observeZeroCode(
      () =>
        new Promise((resolve) => {
          signLater({ sub: 'x' }, SECRET, (_error, token) => {
            resolve(typeof token);
          });
        }),
    );

    expect(result).toBe('string');
    expect(counted).toEqual([ISSUED]);
  });

  it.each([
    ['at once', () => jwt.sign({}, '')],
    ['for a callback', () => promisify(signLater)({}, '')],
  ])('counts what could not be signed %s as an error', async (_how, sign) => {
    const { result, counted } = await observeZeroCode(async () => {
      try {
        return await sign();
      } catch (error) {
        return (error as Error).message;
      }
    });

    expect(result).toBe('secretOrPrivateKey must have a value');
    expect(counted).toEqual(['auth.errors error.type=configuration_error operation=token_issue 1']);
  });
});

/** A guard as every tutorial has it: the library is all that can be observed. */
const guard: RequestHandler = (request, response, next) => {
  const token = request.headers.authorization?.split(' ')[1];
  if (token === undefined) {
    response.sendStatus(401);
    return;
  }
  try {
    Object.assign(request, { user: jwt.verify(token, SECRET) });
  } catch {
    response.sendStatus(401);
    return;
  }
  next();
};

const laxGuard: RequestHandler = (request, _response, next) => {
  try {
    jwt.verify(request.headers.authorization?.split(' ')[1] ?? '', SECRET);
  } catch {
    // Whoever comes without a good token is a guest.
  }
  next();
};

function createApp() {
  const answer = (status: number) => (_request: Request, response: Response) => {
    response.sendStatus(status);
  };
  const app = express();
  app.get('/plain', answer(200));
  app.get('/plain/401', answer(401));
  app.get('/plain/403', answer(403));
  app.get('/plain/429', answer(429));
  for (const status of [200, 403, 404, 500])
    app.get(`/guarded/${String(status)}`, guard, answer(status));
  app.get('/optional', laxGuard, answer(200));
  app.get('/twice', guard, guard, answer(200));
  return app;
}

describe('a hand-written guard over patched jsonwebtoken', () => {
  const observe = (headers: Record<string, string>, ...paths: readonly string[]) =>
    observeZeroCode(() => serve(createApp(), get(headers, ...paths)));

  it.each(['/guarded/200', '/guarded/404', '/guarded/500'])(
    'is one accepted attempt, whatever the handler answers: %s',
    async (path) => {
      const { counted } = await observe(VALID, path);

      expect(counted).toEqual([ACCEPTED, GOOD]);
    },
  );

  it('is one attempt with the reason that the guard swallowed', async () => {
    const { result, counted } = await observe(EXPIRED, '/guarded/200');

    expect(result).toEqual([401]);
    expect(counted).toEqual([
      'auth.attempts error.type=expired_token method=jwt outcome=failure reason=expired_token 1',
      EXPIRED_ERROR('authenticate'),
      EXPIRED_TOKEN,
    ]);
  });

  it('is one failure for want of permissions when a good token is answered 403', async () => {
    const { counted } = await observe(VALID, '/guarded/403');

    expect(counted).toEqual([
      'auth.attempts error.type=insufficient_permissions method=jwt outcome=failure reason=insufficient_permissions 1',
      'auth.errors error.type=insufficient_permissions operation=authenticate 1',
      GOOD,
    ]);
  });

  it('is one attempt when two guards verify the same token', async () => {
    const { counted } = await observe(VALID, '/twice');

    expect(counted).toEqual([ACCEPTED, GOOD.replace(/1$/, '2')]);
  });

  it('is no attempt when a guest is served, whatever token came along', async () => {
    const { result, counted } = await observe(FORGED, '/optional');

    expect(result).toEqual([200]);
    expect(counted).toEqual([
      'auth.errors error.type=invalid_signature operation=token_validate 1',
      'auth.token.validations error.type=invalid_signature outcome=failure reason=invalid_credentials token_type=access 1',
    ]);
  });

  it('is nothing at all when a guest comes with nothing', async () => {
    const { result, counted } = await observe({}, '/optional');

    expect(result).toEqual([200]);
    expect(counted).toEqual([]);
  });

  it.each([
    ['nothing', {}, 'missing_auth', []],
    [
      'what no library can read',
      { authorization: 'Bearer' },
      'invalid_format',
      [
        'auth.token.validations error.type=invalid_format outcome=failure reason=invalid_format token_type=access 1',
      ],
    ],
  ])(
    'is a refused attempt when %s came, once its library has spoken',
    async (_what, headers, why, validations) => {
      const { counted } = await observeZeroCode(() =>
        serve(createApp(), async (url) => [
          ...(await get(VALID, '/guarded/200')(url)),
          ...(await get(headers, '/guarded/200')(url)),
        ]),
      );

      expect(counted).toEqual([
        `auth.attempts error.type=${why} method=jwt outcome=failure reason=${why} 1`,
        ACCEPTED,
        `auth.errors error.type=${why} operation=authenticate 1`,
        ...validations,
        GOOD,
      ]);
    },
  );

  it('sees no attempt where no library has spoken, whatever was answered', async () => {
    const paths = ['/plain', '/plain/401', '/plain/403', '/plain/429'];

    const { result, counted } = await observe(VALID, ...paths);

    expect(result).toEqual([200, 401, 403, 429]);
    expect(counted).toEqual([]);
  });

  it('sees no attempt in a credential that no library looked at, even where one has spoken', async () => {
    const { counted } = await observe(VALID, '/guarded/200', '/plain', '/plain/401', '/plain/403');

    expect(counted).toEqual([ACCEPTED, GOOD]);
  });
});
