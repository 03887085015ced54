import { createAuthMeter } from '@authmeter/core';
import { context, logs, ROOT_CONTEXT, trace, TraceFlags } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  createLoggerConfigurator,
  LoggerProvider,
  SimpleLogRecordProcessor,
} from '@opentelemetry/sdk-logs';
import { createAuditLog } from '../src';
import { createAuditedMeter, createLogs, NOW_EPOCH_MILLISECONDS } from './audited-meter';
import { VERSION } from '../src/version';

const FAILED_LOGIN = {
  kind: 'login',
  outcome: 'failure',
  errorType: 'invalid_credentials',
  method: 'password',
} as const;
const REUSE = { kind: 'security_event', event: 'token_reuse', severity: 'critical' } as const;

const SPAN = {
  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  spanId: '00f067aa0ba902b7',
  traceFlags: TraceFlags.SAMPLED,
};

describe('a log record', () => {
  it('has the name, severity, time and scope of its event', async () => {
    const { meter, records } = createAuditedMeter();
    meter.record(FAILED_LOGIN);

    expect(await records()).toEqual([
      expect.objectContaining({
        eventName: 'auth.login.failure',
        severityNumber: 13,
        severityText: 'WARN',
        body: 'A login failed.',
        hrTime: [NOW_EPOCH_MILLISECONDS / 1000, 0],
        instrumentationScope: expect.objectContaining({
          name: '@authmeter/audit',
          version: VERSION,
        }),
        spanContext: undefined,
      }),
    ]);
  });

  it('has the ids of the span in which the request began, whatever is active when it ends', async () => {
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    const { meter, records } = createAuditedMeter();
    const { exchange } = context.with(trace.setSpanContext(ROOT_CONTEXT, SPAN), () =>
      meter.openExchange({}),
    );
    exchange.refuse({ errorType: 'invalid_signature' });
    exchange.end({ status: 401 });

    expect((await records()).map(({ spanContext }) => spanContext)).toEqual([SPAN]);
    context.disable();
  });

  it('holds what was said when it happened, not what the host made of it later', async () => {
    const { meter, records } = createAuditedMeter();
    const reused: { kind: 'login'; outcome: 'success'; method: string } = {
      kind: 'login',
      outcome: 'success',
      method: 'passkey',
    };
    meter.record(reused);
    reused.method = 'saml';
    meter.record(reused);

    expect((await records()).map(({ attributes }) => attributes)).toEqual([
      { method: 'passkey' },
      { method: 'saml' },
    ]);
  });

  it('names nobody and no session without a key', async () => {
    const { meter, records } = createAuditedMeter({ meter: {} });
    meter.record({ ...FAILED_LOGIN, accountId: 'u-1', sessionId: 's-1' });

    expect((await records())[0]?.attributes).toEqual({
      'error.type': 'invalid_credentials',
      reason: 'invalid_credentials',
      method: 'password',
    });
  });

  it('tells the country where the host supplies a locator', async () => {
    const { meter, records } = createAuditedMeter({ meter: { locateCountry: () => 'DE' } });
    meter.record({ kind: 'logout', sourceAddress: '203.0.113.9' });

    expect((await records())[0]?.attributes).toEqual({
      'client.address': '203.0.113.0',
      'geo.country.iso_code': 'DE',
    });
  });

  it('is written once for a request that many layers saw, with the reason of the innermost', async () => {
    const { meter, records } = createAuditedMeter();
    const { exchange } = meter.openExchange({});
    exchange.refuse({ errorType: 'expired_token' }, { method: 'jwt' });
    exchange.end({ status: 401, credentialPresent: true });

    expect((await records()).map(({ eventName }) => eventName)).toEqual(['auth.token.expired']);
  });

  it('is left to the request where a permission was refused inside it', async () => {
    const { meter, records } = createAuditedMeter();
    const request = {};
    const { exchange } = meter.openExchange(request);
    exchange.accept({ method: 'jwt' });
    meter.record(
      { kind: 'authorization', outcome: 'failure', errorType: 'insufficient_permissions' },
      request,
    );
    exchange.end({ status: 403 });

    expect((await records()).map(({ eventName, attributes }) => [eventName, attributes])).toEqual([
      [
        'auth.attempt.failure',
        {
          method: 'jwt',
          'error.type': 'insufficient_permissions',
          reason: 'insufficient_permissions',
        },
      ],
    ]);
  });
});

describe('an audit log on the logs API', () => {
  afterEach(() => {
    logs.disable();
  });

  const globalAudit = () => createAuditedMeter({ isGlobal: true });

  it('picks up a global provider that is registered later', async () => {
    const { meter, audit, dropped } = globalAudit();
    const { loggerProvider, exporter } = createLogs();
    logs.setGlobalLoggerProvider(loggerProvider);
    meter.record(FAILED_LOGIN);
    await audit.flush();

    expect(exporter.getFinishedLogRecords()).toHaveLength(1);
    expect(await dropped()).toBe(0);
  });

  it('follows a global provider that is replaced', async () => {
    const { meter, audit } = globalAudit();
    logs.setGlobalLoggerProvider(createLogs().loggerProvider);
    meter.record(FAILED_LOGIN);
    await audit.flush();
    logs.disable();
    const { loggerProvider, exporter } = createLogs();
    logs.setGlobalLoggerProvider(loggerProvider);
    meter.record(FAILED_LOGIN);
    await audit.flush();

    expect(exporter.getFinishedLogRecords()).toHaveLength(1);
  });

  it('counts as dropped what nobody is there to take', async () => {
    const { meter, audit, dropped } = globalAudit();
    for (let count = 0; count < 3; count += 1) meter.record(FAILED_LOGIN);
    await audit.flush();

    expect(await dropped()).toBe(3);
  });

  it('does not count what the host set the SDK to leave out', async () => {
    const { exporter } = createLogs();
    const loggerProvider = new LoggerProvider({
      processors: [new SimpleLogRecordProcessor({ exporter })],
      loggerConfigurator: createLoggerConfigurator([
        { pattern: '@authmeter/*', config: { minimumSeverity: 17 } },
      ]),
    });
    const { meter, audit, dropped } = createAuditedMeter({ audit: { loggerProvider } });
    meter.record(FAILED_LOGIN);
    meter.record(REUSE);
    await audit.flush();

    expect(exporter.getFinishedLogRecords().map(({ eventName }) => eventName)).toEqual([
      'auth.token.reuse',
    ]);
    expect(await dropped()).toBe(0);
  });

  it('counts as dropped what a processor of the host throws on, and goes on', async () => {
    const { exporter } = createLogs();
    const thrower = {
      onEmit: () => {
        throw new Error('processor');
      },
      forceFlush: () => Promise.resolve(),
      shutdown: () => Promise.resolve(),
    };
    const loggerProvider = new LoggerProvider({
      processors: [new SimpleLogRecordProcessor({ exporter }), thrower],
    });
    const { meter, audit, dropped } = createAuditedMeter({ audit: { loggerProvider } });
    meter.record(FAILED_LOGIN);
    meter.record(FAILED_LOGIN);
    await audit.flush();

    expect(await dropped()).toBe(2);
  });
});

describe('an audit log that waits for the end of the turn', () => {
  it('keeps at most its queue, and counts the rest exactly', async () => {
    const { meter, records, dropped } = createAuditedMeter({ audit: { maxQueue: 16 } });
    for (let count = 0; count < 100; count += 1) meter.record({ kind: 'logout' });

    expect(await records()).toHaveLength(14);
    expect(await dropped()).toBe(86);
  });

  it('keeps the last places for critical events', async () => {
    const { meter, records, dropped } = createAuditedMeter({ audit: { maxQueue: 16 } });
    for (let count = 0; count < 20; count += 1) meter.record({ kind: 'logout' });
    for (let count = 0; count < 3; count += 1) meter.record(REUSE);

    const names = (await records()).map(({ eventName }) => eventName);
    expect(names.filter((name) => name === 'auth.token.reuse')).toHaveLength(2);
    expect(names).toHaveLength(16);
    expect(await dropped()).toBe(7);
  });

  it('takes as many again in the next turn', async () => {
    const { meter, records, dropped } = createAuditedMeter({ audit: { maxQueue: 16 } });
    for (let turn = 0; turn < 3; turn += 1) {
      for (let count = 0; count < 14; count += 1) meter.record({ kind: 'logout' });
      await new Promise((resolve) => setImmediate(resolve));
    }

    expect(await records()).toHaveLength(42);
    expect(await dropped()).toBe(0);
  });

  it('takes nothing after its shutdown, and counts that', async () => {
    const { meter, audit, records, dropped } = createAuditedMeter();
    meter.record({ kind: 'logout' });
    await audit.shutdown();
    await audit.shutdown();
    meter.record({ kind: 'logout' });

    expect(await records()).toHaveLength(1);
    await new Promise((resolve) => setImmediate(resolve));
    expect(await dropped()).toBe(1);
  });

  it('names no accounts once a second meter has it, because it cannot tell whose they are', async () => {
    const { meter, audit, records } = createAuditedMeter();
    createAuthMeter({ observers: [audit], unsafeRawUserIds: true }).record({
      kind: 'logout',
      accountId: 'u-1',
    });
    meter.record({ kind: 'logout', accountId: 'u-2', cause: 'admin' });

    expect((await records()).map(({ attributes }) => attributes)).toEqual([{}, { cause: 'admin' }]);
  });

  it('loses nothing of the process when its meter is switched off', async () => {
    const audit = createAuditLog({ loggerProvider: createLogs().loggerProvider });
    createAuthMeter({ observers: [audit], enabled: false }).record(FAILED_LOGIN);

    await expect(audit.shutdown()).resolves.toBeUndefined();
  });
});
