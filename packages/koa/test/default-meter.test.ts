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
import type Koa from 'koa';
import { authHealth, authMetrics, observeAuth, observeLogin, observeRateLimit } from '../src';
import { Koa3, listenerOf, refuse } from './koa-versions';

/** What each function mounts when it is given nothing that it can do without, and what it counts. */
const MOUNTS: readonly (readonly [string, MetricDefinition, () => Koa.Middleware])[] = [
  ['authMetrics', ATTEMPTS, () => authMetrics()],
  ['observeAuth', ATTEMPTS, () => observeAuth(refuse)],
  ['observeLogin', LOGINS, () => observeLogin(refuse)],
  ['observeRateLimit', RATE_LIMIT_REQUESTS, () => observeRateLimit(refuse, { limiter: 'api' })],
  ['authHealth', DEPENDENCY_UP, () => authHealth({ checks: { database: () => true } })],
];

describe('without a meter', () => {
  const before = getDefaultAuthMeter();

  afterEach(() => {
    setDefaultAuthMeter(before);
  });

  it.each(MOUNTS)('%s records through the default meter', async (_name, definition, mount) => {
    const harness = createMetricsHarness();
    setDefaultAuthMeter(createAuthMeter({ meterProvider: harness.meterProvider }));

    await observeApp(() => listenerOf(Koa3, mount(), refuse), get({}, '/'));

    const points = await harness.points(definition.name);
    expect(points.map(({ value }) => value)).toEqual([1]);
  });
});
