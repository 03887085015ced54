import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pollUntil } from '@authmeter/testkit';
import pino from 'pino';
import type { AuditSink } from '../../src';
import { createAuditedMeter, type AuditedMeter } from '../audited-meter';

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

function logOut({ meter }: AuditedMeter, times: number): void {
  for (let count = 0; count < times; count += 1) meter.record({ kind: 'logout' });
}

describe("an audit log on pino's streams", () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'authmeter-pino-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').length - 1;

  it.each([
    ['synchronous', { sync: true }],
    ['asynchronous', { sync: false }],
    ['buffering', { sync: false, minLength: 4096 }],
  ])('writes all lines through a destination that is %s', async (name, options) => {
    const file = join(folder, `${name}.jsonl`);
    const sink = pino.destination({ dest: file, ...options });
    const audited = createAuditedMeter({ audit: { sink, format: 'ecs' } });
    logOut(audited, 500);
    await nextTurn();
    logOut(audited, 500);
    await audited.audit.flush();

    await pollUntil(() => linesOf(file) === 1000, { what: 'a thousand lines' });
    expect(await audited.dropped()).toBe(0);
    sink.destroy();
  });

  it('writes all lines through a transport in a worker', async () => {
    const file = join(folder, 'transport.jsonl');
    const sink = pino.transport({
      target: 'pino/file',
      options: { destination: file },
    }) as AuditSink;
    const audited = createAuditedMeter({ audit: { sink } });
    logOut(audited, 200);
    await audited.audit.flush();

    await pollUntil(() => linesOf(file) === 200, { what: 'two hundred lines' });
    await new Promise<void>((resolve) => {
      sink.on('close', () => {
        resolve();
      });
      sink.end?.();
    });
  });

  it('counts what the stream says that it dropped', async () => {
    const file = join(folder, 'dropped.jsonl');
    const sink = pino.destination({ dest: file, sync: false, maxLength: 1000 });
    const audited = createAuditedMeter({ audit: { sink } });
    logOut(audited, 100);
    await audited.audit.flush();
    await nextTurn();

    expect(await audited.dropped()).toBe(100);
    sink.destroy();
  });

  it('survives a full disk, loses nothing that the stream kept, and adds little to it', async () => {
    const sink = pino.destination({ dest: '/dev/full', sync: false });
    const audited = createAuditedMeter({ audit: { sink, maxQueue: 64 } });
    logOut(audited, 10);
    await audited.audit.flush(20);
    for (let turn = 0; turn < 20; turn += 1) {
      logOut(audited, 10);
      await nextTurn();
    }
    await audited.audit.shutdown(20);
    await nextTurn();

    // The stream keeps what it took and tries it again; it is given no more meanwhile.
    const dropped = await audited.dropped();
    expect(dropped).toBeGreaterThan(100);
    expect(dropped).toBeLessThanOrEqual(200);
    sink.destroy();
  });

  it('counts everything after the stream was destroyed', async () => {
    const sink = pino.destination({ dest: join(folder, 'destroyed.jsonl'), sync: true });
    const audited = createAuditedMeter({ audit: { sink } });
    sink.destroy();
    logOut(audited, 3);
    await audited.audit.shutdown(20);
    await nextTurn();

    expect(await audited.dropped()).toBe(3);
  });
});
