import { AuthmeterOptionError, createAuthMeter } from '@authmeter/core';
import type { AdapterFunctions, AdapterUnderTest } from './adapter-under-test';

const meter = createAuthMeter({ enabled: false });
const exporter = { getMetricsRequestHandler: () => undefined };
const allow = () => true;

/** Options that cannot be used; most are typing errors that only JavaScript lets through. */
const WRONG: readonly (readonly [
  keyof AdapterFunctions<unknown>,
  option: string,
  wrong: object,
])[] = [
  ['authMetrics', 'operation', { operation: {} }],
  ['authMetrics', 'trustedHops', { trustedHops: -1 }],
  ['authMetrics', 'operations', { operations: { login: 'login' } }],
  ['authMetrics', 'operations["POST /login"]', { operations: { 'POST /login': 'log-in' } }],
  ['authMetrics', 'addressHeader', { addressHeader: 'x-real-ip' }],
  ['observeAuth', 'meter', { meter: {} }],
  ['observeAuth', 'method', { method: '' }],
  ['observeAuth', 'optional', { optional: 'yes' }],
  ['observeAuth', 'identify', { identify: 'sub' }],
  ['observeLogin', 'outcome', { outcome: 'success' }],
  ['observeLogin', 'provider', { provider: 'github' }],
  ['observeRateLimit', 'limiter', { limiter: '' }],
  ['observeRateLimit', 'limiter', {}],
  ['observeRateLimit', 'name', { limiter: 'a', name: 'b' }],
  ['metricsEndpoint', 'access', {}],
  ['metricsEndpoint', 'access', { allow, bearer: 'a-token-for-the-scraper' }],
  ['metricsEndpoint', 'bearer', { bearer: 'short' }],
  ['metricsEndpoint', 'bearer', { bearer: 'ein-längeres-schlüsselwort' }],
  ['metricsEndpoint', 'basicAuth', { basicAuth: { username: 'prometheus', password: '' } }],
  ['authHealth', 'checks', { checks: { database: true } }],
  ['authHealth', 'meter', { checks: {}, meter: {} }],
  ['authHealth', 'timeoutMilliseconds', { checks: {}, timeoutMilliseconds: 0 }],
];

/** Describes that wrong options are refused at set-up, by name. */
export function describeOptions<Middleware>({
  functions,
  answer,
}: AdapterUnderTest<Middleware>): void {
  const calls: Readonly<Record<keyof AdapterFunctions<unknown>, (wrong: object) => unknown>> = {
    authMetrics: (wrong) => functions.authMetrics(meter, wrong),
    observeAuth: (wrong) => functions.observeAuth(answer(200), wrong),
    observeLogin: (wrong) => functions.observeLogin(answer(200), wrong),
    observeRateLimit: (wrong) => functions.observeRateLimit(answer(200), wrong),
    metricsEndpoint: (wrong) => functions.metricsEndpoint(exporter, wrong),
    authHealth: (wrong) => functions.authHealth(wrong),
  };

  describe('options that cannot be used', () => {
    it.each(WRONG)('make %s refuse %s at set-up', (owner, option, wrong) => {
      let thrown: unknown;
      try {
        calls[owner](wrong);
      } catch (error) {
        thrown = error;
      }

      expect(thrown).toBeInstanceOf(AuthmeterOptionError);
      expect(thrown).toMatchObject({ owner, option, code: 'ERR_AUTHMETER_OPTION' });
    });

    it('never show a secret', () => {
      const call = () => functions.metricsEndpoint(exporter, { bearer: 'hunter2' });

      expect(call).toThrow('option "bearer" is a value of type string');
      expect(call).not.toThrow('hunter2');
    });
  });
}
