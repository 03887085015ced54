import { AuthmeterOptionError, createAuthMeter } from '@authmeter/core';
import {
  authHealth,
  authMetrics,
  metricsEndpoint,
  observeAuth,
  observeLogin,
  observeRateLimit,
} from '../src';

const meter = createAuthMeter({ enabled: false });
const handler = () => undefined;
const exporter = { getMetricsRequestHandler: () => undefined };

/** Calls with an option that cannot be used; most are typing errors that only JavaScript lets through. */
const WRONG: readonly (readonly [
  owner: string,
  option: string,
  call: (wrong: never) => unknown,
  unknown,
])[] = [
  ['authMetrics', 'operation', (o) => authMetrics(meter, o), { operation: {} }],
  ['authMetrics', 'trustedHops', (o) => authMetrics(meter, o), { trustedHops: -1 }],
  ['authMetrics', 'operations', (o) => authMetrics(meter, o), { operations: { login: 'login' } }],
  ['observeAuth', 'meter', (o) => observeAuth(handler, o), { meter: {} }],
  ['observeAuth', 'optional', (o) => observeAuth(handler, o), { optional: 'yes' }],
  ['observeLogin', 'outcome', (o) => observeLogin(handler, o), { outcome: 'success' }],
  ['observeLogin', 'provider', (o) => observeLogin(handler, o), { provider: 'github' }],
  ['observeRateLimit', 'limiter', (o) => observeRateLimit(handler, o), {}],
  ['metricsEndpoint', 'access', (o) => metricsEndpoint(exporter, o), {}],
  ['metricsEndpoint', 'bearer', (o) => metricsEndpoint(exporter, o), { bearer: 'short' }],
  ['authHealth', 'checks', (o) => authHealth(o), { checks: { database: true } }],
];

describe('options that cannot be used', () => {
  it.each(WRONG)('make %s refuse %s at set-up', (owner, option, call, wrong) => {
    let thrown: unknown;
    try {
      call(wrong as never);
    } catch (error) {
      thrown = error;
    }

    expect(thrown).toBeInstanceOf(AuthmeterOptionError);
    expect(thrown).toMatchObject({ owner, option, code: 'ERR_AUTHMETER_OPTION' });
  });
});
