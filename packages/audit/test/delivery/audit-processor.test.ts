import { context, createContextKey } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import { LoggerProvider, type LogRecordExporter } from '@opentelemetry/sdk-logs';
import { pollUntil } from '@authmeter/testkit';
import { createAuditProcessor, type AuditProcessorOptions } from '../../src';
import { createAuditedMeter } from '../audited-meter';
import { createOtlpServer, type OtlpServer } from './otlp-server';

const FAST = { delayMilliseconds: 5, retryMilliseconds: 10 };
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

function deliverTo(options: AuditProcessorOptions) {
  const processor = createAuditProcessor(options);
  const loggerProvider = new LoggerProvider({ processors: [processor] });
  const audited = createAuditedMeter({ audit: { loggerProvider, processor } });
  return {
    ...audited,
    loggerProvider,
    processor,
    logOut: async (times: number) => {
      for (let count = 0; count < times; count += 1) audited.meter.record({ kind: 'logout' });
      await nextTurn();
    },
  };
}

describe('an audit processor', () => {
  let server: OtlpServer;
  beforeEach(async () => {
    server = await createOtlpServer();
  });
  afterEach(() => server.stop());
  const arrived = () => server.received.flat().length;
  const arrival = (events: number) =>
    pollUntil(() => arrived() === events, { what: `${String(events)} events` });

  it('delivers what it is given, in batches', async () => {
    const { logOut, dropped } = deliverTo({ exporter: server.exporter(), maxBatch: 10, ...FAST });
    await logOut(25);

    await arrival(25);
    expect(server.received.map(({ length }) => length)).toEqual([10, 10, 5]);
    expect(await dropped()).toBe(0);
  });

  it.each([
    ['answers 503', 503],
    ['answers 500', 500],
    ['answers 401', 401],
    ['answers 429', 429],
    ['does not answer', 'never'],
  ] as const)(
    'keeps what a collector that %s did not take, and delivers it later',
    async (_title, answer) => {
      const { logOut, dropped } = deliverTo({ exporter: server.exporter(), ...FAST });
      server.answerWith(answer);
      await logOut(7);
      await pollUntil(() => server.requests >= 2, { what: 'a second try' });
      server.answerWith(200);

      await arrival(7);
      expect(await dropped()).toBe(0);
    },
  );

  it('keeps what a collector that is not there did not take', async () => {
    const { logOut, processor, dropped } = deliverTo({ exporter: server.exporter(), ...FAST });
    await server.stop();
    await logOut(7);
    await processor.forceFlush();
    await logOut(5);
    await server.start();

    await arrival(12);
    expect(await dropped()).toBe(0);
  });

  it.each([400, 413])(
    'drops and counts what a collector refuses with %d, and goes on',
    async (status) => {
      const { logOut, dropped } = deliverTo({ exporter: server.exporter(), ...FAST });
      server.answerWith(status);
      await logOut(7);
      await pollUntil(async () => (await dropped()) === 7, { what: 'the count' });
      server.answerWith(200);
      await logOut(3);

      await arrival(3);
      expect(await dropped()).toBe(7);
    },
  );

  it('keeps at most its queue, its last places for critical events, and counts the rest exactly', async () => {
    const { logOut, meter, processor, dropped } = deliverTo({
      exporter: server.exporter(),
      maxQueue: 16,
      ...FAST,
    });
    server.answerWith(503);
    await logOut(10);
    await logOut(10);
    for (let count = 0; count < 3; count += 1) {
      meter.record({ kind: 'security_event', event: 'brute_force', severity: 'critical' });
    }
    await nextTurn();
    await processor.forceFlush();
    server.answerWith(200);

    await arrival(16);
    expect(server.received.flat().filter((name) => name === 'auth.attack.suspected')).toHaveLength(
      2,
    );
    expect(await dropped()).toBe(7);
  });

  it('delivers what waits at the shutdown of the provider', async () => {
    const { logOut, audit, loggerProvider, dropped } = deliverTo({
      exporter: server.exporter(),
      delayMilliseconds: 60_000,
    });
    await logOut(9);
    await audit.shutdown();
    await loggerProvider.shutdown();

    expect(arrived()).toBe(9);
    expect(await dropped()).toBe(0);
  });

  it('counts at its shutdown what it could not deliver, and takes nothing more', async () => {
    const { logOut, loggerProvider, processor, dropped } = deliverTo({
      exporter: server.exporter(),
      delayMilliseconds: 60_000,
    });
    await server.stop();
    await logOut(9);
    await loggerProvider.shutdown();
    await processor.shutdown();
    expect(await dropped()).toBe(9);

    processor.onEmit({ resource: {} });
    await nextTurn();
    expect(await dropped()).toBe(10);
    await server.start();
  });
});

describe('an audit processor whose exporter', () => {
  const waitFor = (exporter: Partial<LogRecordExporter>, more: object = {}) =>
    deliverTo({
      exporter: { shutdown: () => Promise.resolve(), export: () => undefined, ...exporter },
      exportTimeoutMilliseconds: 100,
      ...FAST,
      ...more,
    });

  it('throws has failed, and is tried again', async () => {
    let tries = 0;
    const { logOut, dropped } = waitFor({
      export: (_records, done) => {
        tries += 1;
        if (tries < 3) throw new Error('exporter');
        done({ code: 0 });
      },
    });
    await logOut(2);

    await pollUntil(() => tries === 3, { what: 'a third try' });
    expect(await dropped()).toBe(0);
  });

  it('answers too late is asked again, and the late answer changes nothing', async () => {
    const answers: ((result: { code: number }) => void)[] = [];
    const sizes: number[] = [];
    const { logOut, dropped } = waitFor({
      export: (records, done) => {
        sizes.push(records.length);
        answers.push(done);
      },
    });
    await logOut(2);
    await pollUntil(() => answers.length === 2, { what: 'a second try' });
    answers[0]?.({ code: 0 });
    answers[1]?.({ code: 0 });
    await logOut(1);
    await pollUntil(() => answers.length === 3, { what: 'the next batch' });

    expect(sizes).toEqual([2, 2, 1]);
    expect(await dropped()).toBe(0);
  });

  it('cannot be shut down does not stop the shutdown', async () => {
    const { logOut, loggerProvider, dropped } = waitFor({
      shutdown: () => Promise.reject(new Error('exporter')),
    });
    await logOut(1);

    await expect(loggerProvider.shutdown()).resolves.toBeUndefined();
    expect(await dropped()).toBe(1);
  });

  it('is asked in a context without tracing, and of resources that know where they are', async () => {
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    const key = createContextKey('OpenTelemetry SDK Context Key SUPPRESS_TRACING');
    const seen: unknown[] = [];
    const processor = createAuditProcessor({
      exporter: {
        export: (records, done) => {
          const [first] = records as { resource: { attributes: object } }[];
          seen.push(context.active().getValue(key), first?.resource.attributes);
          done({ code: 0 });
        },
        shutdown: () => Promise.resolve(),
      },
      ...FAST,
    });
    const host = new Promise<string>((resolve) => setTimeout(resolve, 30, 'h-1'));
    const resource = defaultResource().merge(resourceFromAttributes({ 'host.id': host }));
    const provider = new LoggerProvider({ resource, processors: [processor] });
    provider.getLogger('test').emit({ eventName: 'auth.logout' });
    await processor.forceFlush();
    context.disable();

    expect(seen).toEqual([true, expect.objectContaining({ 'host.id': 'h-1' })]);
  });
});
