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
  [
    'authMetrics',
    'operations["POST /login"]',
    (o) => authMetrics(meter, o),
    { operations: { 'POST /login': 'log-in' } },
  ],
  ['authMetrics', 'addressHeader', (o) => authMetrics(meter, o), { addressHeader: 'x-real-ip' }],
  ['observeAuth', 'meter', (o) => observeAuth(handler, o), { meter: {} }],
  ['observeAuth', 'method', (o) => observeAuth(handler, o), { method: '' }],
  ['observeAuth', 'optional', (o) => observeAuth(handler, o), { optional: 'yes' }],
  ['observeAuth', 'identify', (o) => observeAuth(handler, o), { identify: 'sub' }],
  ['observeLogin', 'outcome', (o) => observeLogin(handler, o), { outcome: 'success' }],
  ['observeLogin', 'provider', (o) => observeLogin(handler, o), { provider: 'github' }],
  ['observeRateLimit', 'limiter', (o) => observeRateLimit(handler, o), { limiter: '' }],
  ['observeRateLimit', 'limiter', (o) => observeRateLimit(handler, o), {}],
  ['observeRateLimit', 'name', (o) => observeRateLimit(handler, o), { limiter: 'a', name: 'b' }],
  ['metricsEndpoint', 'access', (o) => metricsEndpoint(exporter, o), {}],
  [
    'metricsEndpoint',
    'access',
    (o) => metricsEndpoint(exporter, o),
    { allow: handler, bearer: 'a-token-for-the-scraper' },
  ],
  ['metricsEndpoint', 'bearer', (o) => metricsEndpoint(exporter, o), { bearer: 'short' }],
  [
    'metricsEndpoint',
    'bearer',
    (o) => metricsEndpoint(exporter, o),
    { bearer: 'ein-längeres-schlüsselwort' },
  ],
  [
    'metricsEndpoint',
    'basicAuth',
    (o) => metricsEndpoint(exporter, o),
    { basicAuth: { username: 'prometheus', password: '' } },
  ],
  ['authHealth', 'checks', (o) => authHealth(o), { checks: { database: true } }],
  [
    'authHealth',
    'timeoutMilliseconds',
    (o) => authHealth(o),
    { checks: {}, timeoutMilliseconds: 0 },
  ],
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

  it('never show a secret', () => {
    const call = () => metricsEndpoint(exporter, { bearer: 'hunter2' });

    expect(call).toThrow('option "bearer" is a value of type string');
    expect(call).not.toThrow('hunter2');
  });
});
