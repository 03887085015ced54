import { get, observeApp, SECRET, VALID } from '@authmeter/adapter-contract';
import { ATTEMPTS, LOGINS } from '@authmeter/core/conventions';
import type { RequestHandler } from 'express';
import { expressjwt } from 'express-jwt';
import { authMetrics, observeAuth } from '../src';
import { EXPRESS_VERSIONS } from './express-versions';

const refuse: RequestHandler = (_request, response) => {
  response.status(401).end();
};

async function post(url: string): Promise<number> {
  return (await fetch(url, { method: 'POST' })).status;
}

describe.each(EXPRESS_VERSIONS)('authMetrics on %s', (_name, createApp) => {
  it('knows a declared route below the mount path of a sub-router', async () => {
    const { result, points } = await observeApp(
      (meter) => {
        const router = createApp.Router();
        router.use(authMetrics(meter, { operations: { 'POST /api/v1/login': 'login' } }));
        router.post('/login', refuse);
        const version = createApp.Router().use('/v1', router);
        return createApp().use('/api', version);
      },
      (url) => post(`${url}/api/v1/login/?next=%2Fhome`),
    );

    expect(result).toBe(401);
    expect(points(LOGINS)).toEqual([
      {
        attributes: {
          outcome: 'failure',
          'error.type': 'invalid_credentials',
          reason: 'invalid_credentials',
          method: 'password',
        },
        value: 1,
      },
    ]);
  });

  it('tells the guards of two routers of one request apart from two requests', async () => {
    const { points } = await observeApp(
      (meter) => {
        const guard = observeAuth(expressjwt({ secret: SECRET, algorithms: ['HS256'] }), { meter });
        const inner = createApp.Router().use(guard);
        inner.get('/', (_request, response) => {
          response.end();
        });
        const app = createApp();
        app.use(authMetrics(meter));
        app.use('/outer', guard, createApp.Router().use('/inner', inner));
        return app;
      },
      get(VALID, '/outer/inner', '/outer/inner'),
    );

    expect(points(ATTEMPTS)).toEqual([
      { attributes: { outcome: 'success', method: 'jwt' }, value: 2 },
    ]);
  });
});
