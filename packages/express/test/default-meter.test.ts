import { get, observeApp } from '@authmeter/adapter-contract';
import { createAuthMeter, getDefaultAuthMeter, setDefaultAuthMeter } from '@authmeter/core';
import {
  ATTEMPTS,
  DEPENDENCY_UP,
  LOGINS,
  RATE_LIMIT_REQUESTS,
  type MetricDefinition,
} from '@authmeter/core/conventions';
import { createMetricsHarness } from '@authmeter/testkit';
import type { Express, RequestHandler } from 'express';
import { authHealth, authMetrics, observeAuth, observeLogin, observeRateLimit } from '../src';
import { express5 } from './express-versions';

const refuse: RequestHandler = (_request, response) => {
  response.status(401).end();
};

/** What each function mounts when it is given nothing that it can do without, and what it counts. */
const MOUNTS: readonly (readonly [string, MetricDefinition, (app: Express) => unknown])[] = [
  ['authMetrics', ATTEMPTS, (app) => app.use(authMetrics(), refuse)],
  ['observeAuth', ATTEMPTS, (app) => app.use(observeAuth(refuse))],
  ['observeLogin', LOGINS, (app) => app.use(observeLogin(refuse))],
  [
    'observeRateLimit',
    RATE_LIMIT_REQUESTS,
    (app) => app.use(observeRateLimit(refuse, { limiter: 'api' })),
  ],
  ['authHealth', DEPENDENCY_UP, (app) => app.use(authHealth({ checks: { database: () => true } }))],
];

describe('without a meter', () => {
  const before = getDefaultAuthMeter();

  afterEach(() => {
    setDefaultAuthMeter(before);
  });

  it.each(MOUNTS)('%s records through the default meter', async (_name, definition, mount) => {
    const harness = createMetricsHarness();
    setDefaultAuthMeter(createAuthMeter({ meterProvider: harness.meterProvider }));

    await observeApp(
      () => {
        const app = express5();
        mount(app);
        return app;
      },
      get({}, '/'),
    );

    const points = await harness.points(definition.name);
    expect(points.map(({ value }) => value)).toEqual([1]);
  });
});
