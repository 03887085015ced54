import { get, observeApp, VALID } from '@authmeter/adapter-contract';
import type { AuthMeter } from '@authmeter/core';
import { ATTEMPTS, ERRORS, TOKEN_VALIDATIONS } from '@authmeter/core/conventions';
import type { ErrorRequestHandler, Express, RequestHandler } from 'express';
import { authMetrics, observeAuth } from '../src';
import { EXPRESS_VERSIONS, express4, express5, type CreateExpressApp } from './express-versions';

const SUCCESS = { attributes: { outcome: 'success', method: 'jwt' }, value: 1 };
const EXPIRED_ERROR = Object.assign(new Error('jwt expired'), { name: 'TokenExpiredError' });
const answerError: ErrorRequestHandler = (_error, _request, response, _next) => {
  response.status(401).end();
};
const serve: RequestHandler = (_request, response) => {
  response.end();
};

/** An app with one guarded route, and another that its guard may stand aside for. */
function appWith(createApp: CreateExpressApp, meter: AuthMeter, guard: RequestHandler): Express {
  const app = createApp();
  app.use(authMetrics(meter));
  app.get('/guarded', observeAuth(guard, { meter }), serve);
  app.get('/guarded', (_request, response) => {
    response.status(206).end();
  });
  app.use(answerError);
  return app;
}

function failure(errorType: string, reason: string) {
  const attributes = { outcome: 'failure', 'error.type': errorType, reason, method: 'jwt' };
  return { attributes, value: 1 };
}

describe.each(EXPRESS_VERSIONS)('observeAuth on %s', (_name, createApp) => {
  it("takes next('route') for standing aside, which is no error and no attempt", async () => {
    const { result, points } = await observeApp(
      (meter) =>
        appWith(createApp, meter, (_request, _response, next) => {
          next('route');
        }),
      get({}, '/guarded'),
    );

    expect(result).toEqual([206]);
    expect(points(ATTEMPTS)).toEqual([]);
    expect(points(ERRORS)).toEqual([]);
  });

  it("takes next('router') with somebody known for a success", async () => {
    const { result, points } = await observeApp(
      (meter) => {
        const app = createApp();
        const router = createApp.Router();
        router.get(
          '/guarded',
          observeAuth<RequestHandler>(
            (request, _response, next) => {
              Object.assign(request, { user: { id: 'alice' } });
              next('router');
            },
            { meter },
          ),
          serve,
        );
        app.use('/api', router);
        app.use((_request, response) => {
          response.status(206).end();
        });
        return app;
      },
      get(VALID, '/api/guarded'),
    );

    expect(result).toEqual([206]);
    expect(points(ATTEMPTS)).toEqual([SUCCESS]);
    expect(points(ERRORS)).toEqual([]);
  });

  it('keeps the first word when next is called with nothing and then with an error', async () => {
    const { points } = await observeApp(
      (meter) =>
        appWith(createApp, meter, (_request, _response, next) => {
          next();
          next(EXPIRED_ERROR);
        }),
      get(VALID, '/guarded'),
    );

    expect(points(ATTEMPTS)).toEqual([SUCCESS]);
    expect(points(ERRORS)).toEqual([]);
  });

  it('keeps the first word when next is called with an error and then with nothing', async () => {
    const { points } = await observeApp(
      (meter) =>
        appWith(createApp, meter, (_request, _response, next) => {
          next(EXPIRED_ERROR);
          next();
        }),
      get(VALID, '/guarded'),
    );

    expect(points(ATTEMPTS)).toEqual([failure('expired_token', 'expired_token')]);
    expect(points(ERRORS)).toEqual([
      { attributes: { 'error.type': 'expired_token', operation: 'authenticate' }, value: 1 },
    ]);
  });

  it('hears an error that is thrown before anything asynchronous', async () => {
    const { result, points } = await observeApp(
      (meter) =>
        appWith(createApp, meter, () => {
          throw EXPIRED_ERROR;
        }),
      get(VALID, '/guarded'),
    );

    expect(result).toEqual([401]);
    expect(points(ATTEMPTS)).toEqual([failure('expired_token', 'expired_token')]);
    expect(points(TOKEN_VALIDATIONS)).toEqual([
      {
        attributes: {
          outcome: 'failure',
          'error.type': 'expired_token',
          reason: 'expired_token',
          token_type: 'access',
        },
        value: 1,
      },
    ]);
  });
});

describe('observeAuth and a rejected promise', () => {
  const reject: RequestHandler = async () => {
    throw EXPIRED_ERROR;
  };

  it('lets Express 5 answer it', async () => {
    const { result, points } = await observeApp(
      (meter) => appWith(express5, meter, reject),
      get(VALID, '/guarded'),
    );

    expect(result).toEqual([401]);
    expect(points(ATTEMPTS)).toEqual([failure('expired_token', 'expired_token')]);
  });

  it('returns it, so that an app on Express 4 can hand it on', async () => {
    const { result, points } = await observeApp(
      (meter) => {
        const app = express4();
        const guard = observeAuth(reject, { meter });
        app.get('/guarded', (request, response, next) => {
          Promise.resolve(guard(request, response, next)).catch(next);
        });
        app.use(answerError);
        return app;
      },
      get(VALID, '/guarded'),
    );

    expect(result).toEqual([401]);
    expect(points(ATTEMPTS)).toEqual([failure('expired_token', 'expired_token')]);
  });
});
