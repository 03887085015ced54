import { gzipSync } from 'node:zlib';
import {
  ATTEMPTS,
  OPERATION_DURATION,
  SESSIONS_ACTIVE,
  type MetricDefinition,
} from '@authmeter/core/conventions';
import { pollUntil } from '@authmeter/testkit';
import { AggregationType } from '@opentelemetry/sdk-metrics';
import { startReceiver } from '../../src/otlp/start-receiver';
import type { LiveServer } from '../../src/mount/live';
import { bucketsOf } from '../../src/page/data/buckets';
import { Frame } from '../../src/page/data/frame';
import { View } from '../../src/page/data/view';
import type { LivePayload } from '../../src/shared/payload';
import { ask } from '../support/request';
import { createPusher, ENCODINGS, TEMPORALITIES } from './support';

let receiver: LiveServer;

beforeEach(async () => {
  receiver = await startReceiver(0);
});

afterEach(async () => {
  await receiver.close();
});

const url = () => `${receiver.url}v1/metrics`;

async function read(query = ''): Promise<LivePayload> {
  const { body } = await ask(`${receiver.url}data?${query}`);
  return JSON.parse(body.toString()) as LivePayload;
}

/** Waits until so many exports are on record, and gives what each of them counted. */
async function counted(exports: number, definition: MetricDefinition): Promise<readonly number[]> {
  const frame = await frameOf(exports);
  const series = new View(frame, '1h', {}).series(definition);
  return frame.fine.times.map((_, at) =>
    series.reduce((sum, { cell }) => sum + (frame.fine.column(cell)[at] ?? 0), 0),
  );
}

async function frameOf(exports: number): Promise<Frame> {
  const { start, ...payload } = await pollUntil(
    async () => {
      const payload = await read();
      return payload.fine.length >= exports && payload.start !== undefined ? payload : undefined;
    },
    { what: `${String(exports)} exports` },
  );
  if (start === undefined) throw new Error('the answer does not begin anew');
  return new Frame({ ...payload, start });
}

describe.each(ENCODINGS)('a service that pushes %s', (encoding) => {
  it.each(TEMPORALITIES)('is shown as it goes on, with %s points', async (temporality) => {
    const { meter, push, stop } = createPusher(url(), { encoding, temporality });

    for (const [exports, attempts] of [3, 1, 2].entries()) {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        meter.record({ kind: 'attempt', outcome: 'success', method: 'jwt', durationSeconds: 0.3 });
      }
      await push();
      await frameOf(exports + 1);
    }

    const frame = await frameOf(3);
    const durations = new View(frame, '1h', {}).series(OPERATION_DURATION);
    expect(await counted(3, ATTEMPTS)).toEqual([3, 1, 2]);
    expect(bucketsOf(frame.fine, durations, [0, 1, 2]).counts.filter(Boolean)).toEqual([6]);
    expect(frame.start.process).toMatchObject({ service: 'billing', source: 'otlp' });
    await stop();
  });

  it('may compress', async () => {
    const { meter, push, stop } = createPusher(url(), { encoding, compressed: true });
    meter.record({ kind: 'attempt', outcome: 'success', method: 'jwt' });

    await push();

    expect(await counted(1, ATTEMPTS)).toEqual([1]);
    await stop();
  });

  it('may use exponential histograms', async () => {
    const aggregation = { type: AggregationType.EXPONENTIAL_HISTOGRAM } as const;
    const { meter, push, stop } = createPusher(url(), {
      encoding,
      views: [{ instrumentName: OPERATION_DURATION.name, aggregation }],
    });
    meter.record({ kind: 'login', outcome: 'success', durationSeconds: 0.3 });
    await push();
    await frameOf(1);
    meter.record({ kind: 'login', outcome: 'success', durationSeconds: 3 });
    await push();

    const frame = await frameOf(2);
    const logins = new View(frame, '1h', {}).series(OPERATION_DURATION);
    const { boundaries, counts } = bucketsOf(frame.fine, logins, [0, 1]);
    expect(boundaries.filter((_, at) => counts[at] === 1)).toEqual([0.5, 5]);
    await stop();
  });
});

describe('the receiver', () => {
  it('counts nothing of what happened before it listened', async () => {
    const { meter, push, stop } = createPusher(url());
    for (let attempt = 0; attempt < 50; attempt += 1) {
      meter.record({ kind: 'attempt', outcome: 'success', method: 'jwt' });
      meter.record({ kind: 'session', change: 'started', method: 'jwt' });
    }
    await push();
    await receiver.close();
    receiver = await startReceiver(Number(new URL(receiver.url).port));
    meter.record({ kind: 'attempt', outcome: 'success', method: 'jwt' });
    await push();
    await frameOf(1);
    meter.record({ kind: 'attempt', outcome: 'success', method: 'jwt' });
    meter.record({
      kind: 'attempt',
      outcome: 'failure',
      errorType: 'expired_token',
      method: 'jwt',
    });
    await push();

    // The first export only says where the totals stand. A series that is new after it has just begun.
    expect(await counted(2, ATTEMPTS)).toEqual([0, 2]);
    expect(await counted(2, SESSIONS_ACTIVE)).toEqual([50, 50]);
    await stop();
  });

  it('shows each process by itself, and stays with the one it shows', async () => {
    const pushers = [1, 2].map((pid) =>
      createPusher(url(), { resource: { 'process.pid': pid, 'host.name': `web-${String(pid)}` } }),
    );
    for (const [index, { meter, push }] of pushers.entries()) {
      for (let attempt = 0; attempt <= index; attempt += 1) {
        meter.record({ kind: 'attempt', outcome: 'success', method: 'jwt' });
      }
      await push();
    }
    const { senders = [], start } = await pollUntil(
      async () => {
        const payload = await read();
        return payload.senders?.length === 2 && payload.fine.length > 0 ? payload : undefined;
      },
      { what: 'both senders' },
    );

    expect(senders.map(({ name }) => name)).toEqual([
      'billing, pid 1, web-1',
      'billing, pid 2, web-2',
    ]);
    expect(start?.process.pid).toBe(2);
    const other = await read(`sender=${senders[0]?.id ?? ''}`);
    expect(other.start?.process.pid).toBe(1);
    const again = await read(`instance=${other.instance}&since=${String(other.slot)}`);
    expect(again.instance).toBe(other.instance);
    await Promise.all(pushers.map(({ stop }) => stop()));
  });

  it('takes and drops traces and logs, so that no exporter complains', async () => {
    const headers = { 'content-type': 'application/json' };

    const answers = await Promise.all(
      ['v1/traces', 'v1/logs'].map((path) =>
        ask(receiver.url + path, headers, { method: 'POST', body: '{}' }),
      ),
    );

    expect(answers.map(({ status, body }) => [status, body.toString()])).toEqual([
      [200, '{}'],
      [200, '{}'],
    ]);
    expect((await read()).senders).toBeUndefined();
  });

  it.each([
    ['no JSON', 'application/json', '{', 400],
    ['another shape', 'application/json', '"text"', 400],
    ['no protobuf', 'application/x-protobuf', '\u0007\u0007\u0007', 400],
    ['a form', 'application/x-www-form-urlencoded', 'a=b', 415],
    ['plain text, as a page of another site can send it', 'text/plain', '{}', 415],
    ['no type', '', '{}', 415],
  ])('refuses %s', async (_name, type, body, status) => {
    const answer = await ask(url(), { 'content-type': type }, { method: 'POST', body });

    expect(answer.status).toBe(status);
  });

  it('refuses what is too large, also when it was compressed', async () => {
    const headers = { 'content-type': 'application/json' };
    const plain = await ask(url(), headers, { method: 'POST', body: ' '.repeat(5 * 1024 ** 2) });
    const packed = await ask(
      url(),
      { ...headers, 'content-encoding': 'gzip' },
      { method: 'POST', body: gzipSync(' '.repeat(40 * 1024 ** 2)) },
    );

    expect([plain.status, packed.status]).toEqual([413, 413]);
  });

  it('refuses whoever is not on this machine', async () => {
    const headers = { 'content-type': 'application/json', host: 'evil.example' };

    const answer = await ask(url(), headers, { method: 'POST', body: '{}' });

    expect(answer.status).toBe(403);
  });

  it.each([
    '{"resourceMetrics":7}',
    '{"resourceMetrics":[null]}',
    '{"resourceMetrics":[{"resource":{"attributes":[null,{"key":7}]},"scopeMetrics":{}}]}',
    '{"resourceMetrics":[{"scopeMetrics":[null,{"metrics":[null,{"name":7},{"name":"NAME"}]}]}]}',
    '{"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"name":"NAME","sum":{"dataPoints":[null,{},{"asInt":"x"},{"asDouble":-5}]}}]}]}]}',
    '{"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"name":"NAME","histogram":{"dataPoints":[{"bucketCounts":["1"]}]}}]}]}]}',
  ])('survives %s', async (body) => {
    const sent = body.replaceAll('NAME', ATTEMPTS.name);

    const answer = await ask(
      url(),
      { 'content-type': 'application/json' },
      { method: 'POST', body: sent },
    );

    expect([200, 400]).toContain(answer.status);
    expect((await ask(receiver.url)).status).toBe(200);
  });
});
