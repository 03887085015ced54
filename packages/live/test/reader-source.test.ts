import { diag, DiagLogLevel, metrics } from '@opentelemetry/api';
import { createAuthMeter } from '@authmeter/core';
import { ATTEMPTS } from '@authmeter/core/conventions';
import { createFakeClock, pollUntil } from '@authmeter/testkit';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { createLive } from '../src';
import { resolveLiveOptions, type LiveOptions } from '../src/live-options';
import { ReaderSource } from '../src/reader-source';
import type { LivePayload } from '../src/shared/payload';
import { frameOf, payloadOf } from './support/frame-of';
import { ask } from './support/request';
import { serve } from './support/serve';

function start(options: LiveOptions = {}) {
  const clock = createFakeClock(1_700_000_000_000);
  const source = new ReaderSource(resolveLiveOptions({ ...options, clock }), false);
  const provider = new MeterProvider({ readers: [source.reader] });
  const meter = createAuthMeter({
    meterProvider: provider,
    clock,
    userIdKey: 'a key of this test alone',
  });
  return { clock, source, provider, meter };
}

describe('what is read from the SDK', () => {
  it('is shown as far as it goes when a callback of the host throws, and that is told', async () => {
    const warn = jest.fn();
    diag.setLogger(
      { warn, error: jest.fn(), info: jest.fn(), debug: jest.fn(), verbose: jest.fn() },
      DiagLogLevel.WARN,
    );
    const { source, provider, meter } = start();
    provider
      .getMeter('host')
      .createObservableGauge('broken')
      .addCallback(() => {
        throw new Error('of the host');
      });
    meter.record({ kind: 'attempt', outcome: 'success', method: 'jwt' });

    await source.collect();
    await source.collect();

    const frame = await frameOf(source);
    diag.disable();
    expect(frame.series.map(({ metric }) => metric)).toContain(ATTEMPTS.name);
    expect(frame.health).toMatchObject({ collections: 2, failedCollections: 2 });
    expect(warn.mock.calls.filter(([line]) => String(line).startsWith('authmeter:'))).toHaveLength(
      1,
    );
  });

  it('is shown all the same where the logger of diagnostics throws', async () => {
    const warn = jest.fn((line: unknown) => {
      // The SDK's own lines would end here too.
      if (String(line).startsWith('authmeter:')) throw new Error('the logger');
    });
    diag.setLogger(
      { warn, error: jest.fn(), info: jest.fn(), debug: jest.fn(), verbose: jest.fn() },
      DiagLogLevel.WARN,
    );
    const { source, provider, meter } = start();
    const broken = provider.getMeter('host').createObservableGauge('broken');
    broken.addCallback(() => {
      throw new Error('of the host');
    });
    meter.record({ kind: 'attempt', outcome: 'success', method: 'jwt' });

    await source.collect();

    const frame = await frameOf(source);
    diag.disable();
    expect(warn).toHaveBeenCalled();
    expect(frame.series.map(({ metric }) => metric)).toContain(ATTEMPTS.name);
  });

  it('is nothing where the reader is in no provider, and nothing is thrown', async () => {
    const source = new ReaderSource(resolveLiveOptions(), false);

    await source.collect();

    expect((await payloadOf(source)).setup).toEqual({
      isReaderRegistered: false,
      collects: false,
      seesAuthmeter: false,
    });
  });

  it('says the version of Authmeter, and no name where the service has none', async () => {
    const { source } = start();

    await source.collect();

    const { health, start: begun } = await payloadOf(source);
    expect(health?.scopeVersion).toMatch(/^\d+\.\d+\.\d+/);
    expect(begun?.process).not.toHaveProperty('service');
    expect(begun?.process).toMatchObject({ pid: process.pid, source: 'reader' });
  });

  it('counts slots that were late', async () => {
    const { source, clock } = start();

    clock.advance(4200);
    await source.collect(true);
    clock.advance(1000);
    await source.collect();

    const { health, fine } = await payloadOf(source);
    expect(health).toMatchObject({ lateSlots: 1, longestLateSeconds: 4.2 });
    expect(fine.map(({ late = false, seconds }) => [late, seconds])).toEqual([
      [true, 4.2],
      [false, 1],
    ]);
  });
});

describe('what a host does not want shown', () => {
  it.each([
    [{}, true, true],
    [{ showSources: false }, false, true],
    [{ showAccounts: false }, true, false],
  ])(
    '%j is left out of rankings, findings and evidence',
    async (options, showsSources, showsAccounts) => {
      const { source, meter } = start(options);
      for (let failure = 0; failure < 60; failure += 1) {
        meter.record({
          kind: 'attempt',
          outcome: 'failure',
          errorType: 'invalid_credentials',
          sourceAddress: '203.0.113.9',
          accountId: 'victim',
        });
      }
      // What a ledger holds is born at zero, and counted with the next collection.
      await source.collect();
      meter.record({ kind: 'security_event', event: 'brute_force', severity: 'critical' });
      await source.collect();

      const { top, findings, detections } = await payloadOf(source);
      const finding = findings?.find(({ alert }) => alert === 'SourceFailuresHigh');
      expect(top).toEqual({
        ...(showsSources ? { sources: expect.anything() } : {}),
        ...(showsAccounts ? { accounts: expect.anything() } : {}),
      });
      expect(finding?.group).toEqual({ ip_address: showsSources ? '203.0.113.0' : 'hidden' });
      expect('topSource' in (detections?.[0]?.evidence ?? {})).toBe(showsSources);
      expect('topAccount' in (detections?.[0]?.evidence ?? {})).toBe(showsAccounts);
    },
  );
});

describe('the page in real time', () => {
  it('collects by itself, until the provider is shut down', async () => {
    const live = createLive();
    const provider = new MeterProvider({ readers: [live.reader] });
    const meter = createAuthMeter({ meterProvider: provider });
    const server = await serve(live.handler);
    const read = async () =>
      JSON.parse((await ask(`${server.origin}/auth-live/data`)).body.toString()) as LivePayload;

    meter.record({ kind: 'attempt', outcome: 'success', method: 'jwt' });
    const { fine, setup } = await pollUntil(
      async () => {
        const payload = await read();
        return payload.fine.length >= 2 ? payload : undefined;
      },
      { what: 'two slots' },
    );
    await provider.shutdown();
    const { slot } = await read();

    expect(fine.every(({ seconds }) => seconds > 0.5)).toBe(true);
    expect(setup).toBeUndefined();
    expect((await read()).slot).toBe(slot);
    await server.close();
    metrics.disable();
  });
});
