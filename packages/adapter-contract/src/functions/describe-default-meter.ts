import { createAuthMeter, getDefaultAuthMeter, setDefaultAuthMeter } from '@authmeter/core';
import {
  ATTEMPTS,
  DEPENDENCY_UP,
  LOGINS,
  RATE_LIMIT_REQUESTS,
  type MetricDefinition,
} from '@authmeter/core/conventions';
import { createMetricsHarness } from '@authmeter/testkit';
import { get, observeApp } from '../play/observe-app';
import type { AdapterUnderTest } from './adapter-under-test';

/** Describes that each function records through the default meter where it is given none. */
export function describeDefaultMeter<Middleware>({
  functions,
  listenerOf,
  answer,
}: AdapterUnderTest<Middleware>): void {
  const refuse = answer(401);
  const MOUNTS: readonly (readonly [string, MetricDefinition, () => Middleware])[] = [
    ['authMetrics', ATTEMPTS, () => functions.authMetrics()],
    ['observeAuth', ATTEMPTS, () => functions.observeAuth(refuse)],
    ['observeLogin', LOGINS, () => functions.observeLogin(refuse)],
    [
      'observeRateLimit',
      RATE_LIMIT_REQUESTS,
      () => functions.observeRateLimit(refuse, { limiter: 'api' }),
    ],
    ['authHealth', DEPENDENCY_UP, () => functions.authHealth({ checks: { database: () => true } })],
  ];

  describe('without a meter', () => {
    const before = getDefaultAuthMeter();

    afterEach(() => {
      setDefaultAuthMeter(before);
    });

    it.each(MOUNTS)('%s records through the default meter', async (_name, definition, mount) => {
      const harness = createMetricsHarness();
      setDefaultAuthMeter(createAuthMeter({ meterProvider: harness.meterProvider }));

      await observeApp(() => listenerOf(mount(), refuse), get({}, '/'));

      const points = await harness.points(definition.name);
      expect(points.map(({ value }) => value)).toEqual([1]);
    });
  });
}
