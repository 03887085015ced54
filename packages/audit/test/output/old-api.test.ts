import { PassThrough } from 'node:stream';
import type * as coreModule from '@authmeter/core';
import type * as testkitModule from '@authmeter/testkit';
import type * as apiModule from '@opentelemetry/api';
import type * as auditModule from '../../src';

/** The API as it was before it had logs. */
function loadWithOldApi() {
  jest.resetModules();
  jest.doMock('@opentelemetry/api', () => jest.requireActual<object>('opentelemetry-api-1.9'));
  const { diag, DiagLogLevel } = jest.requireActual<typeof apiModule>('opentelemetry-api-1.9');
  const said: string[] = [];
  const say = (message: string) => void said.push(message);
  diag.setLogger(
    { error: say, warn: say, info: () => {}, debug: () => {}, verbose: () => {} },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  const audit = jest.requireActual<typeof auditModule>('../../src');
  const core = jest.requireActual<typeof coreModule>('@authmeter/core');
  const { createMetricsHarness } = jest.requireActual<typeof testkitModule>('@authmeter/testkit');
  return { said, audit, core, harness: createMetricsHarness() };
}

describe('a host with @opentelemetry/api 1.9', () => {
  afterEach(() => {
    jest.dontMock('@opentelemetry/api');
    jest.resetModules();
  });

  it('is told so at set-up, and its events are dropped and counted', async () => {
    const { said, audit, core, harness } = loadWithOldApi();
    const log = audit.createAuditLog();
    expect(said).toEqual([
      'authmeter: audit events need the logs API of @opentelemetry/api 1.10 or newer, and this process has an older ' +
        'one: they are dropped and counted. Upgrade it, or give createAuditLog a sink.',
    ]);

    const meter = core.createAuthMeter({ meterProvider: harness.meterProvider, observers: [log] });
    for (let count = 0; count < 4; count += 1) meter.record({ kind: 'logout' });
    await log.shutdown();

    const points = await harness.points('auth.instrumentation.dropped_events');
    expect(points).toEqual([{ value: 4, attributes: { component: 'audit' } }]);
  });

  it('can write lines all the same', async () => {
    const { said, audit, core, harness } = loadWithOldApi();
    const sink = new PassThrough();
    const log = audit.createAuditLog({ sink });
    core
      .createAuthMeter({ meterProvider: harness.meterProvider, observers: [log] })
      .record({ kind: 'logout' });
    await log.flush();

    expect(String(sink.read())).toContain('"event_name":"auth.logout"');
    expect(said).toEqual([]);
  });
});
