import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pollUntil } from '@authmeter/testkit';
import { createAuditedMeter, type AuditedMeter } from '../audited-meter';

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

function logOut({ meter }: AuditedMeter, times: number): void {
  for (let count = 0; count < times; count += 1) meter.record({ kind: 'logout' });
}

/** A stream that keeps what it is given, and takes it when it is told to. */
class ManualSink extends Writable {
  readonly chunks: string[] = [];
  private waiting: ((error?: Error) => void) | undefined;

  constructor(private readonly isSlow: boolean) {
    super({ highWaterMark: 1 });
  }

  get lines(): number {
    return this.chunks.join('').split('\n').length - 1;
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error) => void): void {
    this.chunks.push(chunk.toString());
    if (this.isSlow) this.waiting = done;
    else done();
  }

  answer(error?: Error): void {
    const done = this.waiting;
    this.waiting = undefined;
    done?.(error);
  }
}

describe('an audit log that writes lines', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'authmeter-audit-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('writes to a file, one event a line', async () => {
    const file = join(folder, 'audit.jsonl');
    const audited = createAuditedMeter({
      audit: { sink: () => createWriteStream(file), serviceName: 'shop' },
    });
    logOut(audited, 3);
    await audited.audit.shutdown();

    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(
      Array.from({ length: 3 }, () =>
        expect.objectContaining({
          event_name: 'auth.logout',
          resource: { 'service.name': 'shop' },
        }),
      ),
    );
  });

  it.each([
    ['is named by the environment', 'from the environment', 'from the environment'],
    ['has no name where that is empty', '', 'unknown_service:node'],
  ])('%s without an option', async (_title, variable, name) => {
    process.env['OTEL_SERVICE_NAME'] = variable;
    const sink = new ManualSink(false);
    const audited = createAuditedMeter({ audit: { sink } });
    delete process.env['OTEL_SERVICE_NAME'];
    logOut(audited, 1);
    await audited.audit.flush();

    expect(sink.chunks.join()).toContain(`"service.name":"${name}"`);
  });

  it('makes one write of all the events of a turn', async () => {
    const sink = new ManualSink(false);
    const audited = createAuditedMeter({ audit: { sink } });
    logOut(audited, 100);
    expect(sink.chunks).toEqual([]);
    await nextTurn();
    logOut(audited, 50);
    await nextTurn();
    await audited.audit.flush();

    expect(sink.chunks.map((chunk) => chunk.split('\n').length - 1)).toEqual([100, 50]);
  });

  it('waits while the sink asks to, in a queue of fixed length, and counts the rest', async () => {
    const sink = new ManualSink(true);
    const audited = createAuditedMeter({ audit: { sink, maxQueue: 16 } });
    for (let turn = 0; turn < 10; turn += 1) {
      logOut(audited, 10);
      await nextTurn();
    }

    expect(sink.lines).toBe(10);
    sink.answer();
    await nextTurn();
    expect(sink.lines).toBe(24);
    expect(await audited.dropped()).toBe(76);
    sink.answer();
    await audited.audit.flush();
    expect(await audited.dropped()).toBe(76);
  });

  it('counts the lines of a write that failed', async () => {
    const sink = new ManualSink(true);
    const audited = createAuditedMeter({ audit: { sink } });
    logOut(audited, 7);
    await nextTurn();
    logOut(audited, 5);
    await nextTurn();
    sink.answer(new Error('the sink'));
    await nextTurn();
    logOut(audited, 3);
    await audited.audit.flush();
    await nextTurn();

    expect(await audited.dropped()).toBe(15);
  });

  it('survives a full disk, counts what it cost, and goes on when there is room again', async () => {
    const file = join(folder, 'after-the-full-disk.jsonl');
    const places = ['/dev/full', '/dev/full', file];
    const audited = createAuditedMeter({
      audit: { sink: () => createWriteStream(places.shift() ?? file) },
    });
    logOut(audited, 4);
    await pollUntil(async () => (await audited.dropped()) === 4, { what: 'the first loss' });
    logOut(audited, 6);
    await pollUntil(async () => (await audited.dropped()) === 10, { what: 'the second loss' });
    logOut(audited, 5);
    await pollUntil(() => readFileSync(file, 'utf8').split('\n').length === 6, {
      what: 'the lines after the disk was emptied',
    });

    expect(await audited.dropped()).toBe(10);
    await audited.audit.shutdown();
  });

  it('gives nothing to a sink that failed and is still closing', async () => {
    const closing = new Writable({
      write: (_chunk, _encoding, done) => {
        setImmediate(done, new Error('full'));
      },
      destroy: (error, done) => {
        setTimeout(done, 300, error);
      },
    });
    const next = new ManualSink(false);
    const sinks = [closing, next];
    const audited = createAuditedMeter({ audit: { sink: () => sinks.shift() ?? next } });
    logOut(audited, 2);
    await pollUntil(async () => (await audited.dropped()) === 2, { what: 'the loss' });
    logOut(audited, 3);
    await pollUntil(() => next.lines === 3, { what: 'the lines of later' });

    expect(await audited.dropped()).toBe(2);
    await audited.audit.shutdown();
  });

  it('survives a sink that cannot be opened at all', async () => {
    const audited = createAuditedMeter({
      audit: { sink: () => createWriteStream(join(folder, 'no/such/folder/audit.jsonl')) },
    });
    logOut(audited, 2);
    await audited.audit.shutdown(50);
    await nextTurn();

    expect(await audited.dropped()).toBe(2);
  });

  it.each([
    [
      'throws when it is opened',
      () => {
        throw new Error('sink');
      },
    ],
    [
      'throws when it is written to',
      {
        on: () => undefined,
        write: () => {
          throw new Error('sink');
        },
      },
    ],
  ])('survives a sink that %s', async (_title, sink) => {
    const audited = createAuditedMeter({ audit: { sink: sink } });
    logOut(audited, 2);
    await audited.audit.shutdown(50);
    await nextTurn();

    expect(await audited.dropped()).toBe(2);
  });

  it('gives up waiting for a sink that never answers, and counts what it held', async () => {
    const sink = new ManualSink(true);
    const audited = createAuditedMeter({ audit: { sink } });
    logOut(audited, 2);
    await nextTurn();
    logOut(audited, 3);
    await audited.audit.shutdown(20);
    await nextTurn();

    expect(sink.lines).toBe(2);
    expect(await audited.dropped()).toBe(3);
  });

  it('ends what it opened itself, and nothing of the host', async () => {
    const own = new ManualSink(false);
    const hosts = new ManualSink(false);
    await createAuditedMeter({ audit: { sink: () => own } }).audit.shutdown();
    await createAuditedMeter({ audit: { sink: hosts } }).audit.shutdown();

    expect([own.writableEnded, hosts.writableEnded]).toEqual([true, false]);
  });
});
