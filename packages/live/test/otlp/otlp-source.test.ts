import { SOURCE_FAILURES } from '@authmeter/core/conventions';
import { createFakeClock } from '@authmeter/testkit';
import { resolveLiveOptions } from '../../src/live-options';
import { OtlpSource } from '../../src/otlp/otlp-source';
import type { OtlpRequest } from '../../src/otlp/otlp-request';
import { payloadOf } from '../support/frame-of';

const QUIET_MILLISECONDS = 250;

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

function start() {
  const clock = createFakeClock(1_700_000_000_000);
  const source = new OtlpSource(resolveLiveOptions({ clock }).session, clock);
  let total = 0;
  return {
    source,
    /** Lets time go by on both clocks. */
    wait: (seconds: number) => {
      for (let second = 0; second < seconds; second += 1) {
        clock.advance(1000);
        jest.advanceTimersByTime(1000);
      }
    },
    /** Pushes a total that grew by so much. */
    push: (failures: number, pid = 1) => {
      total += failures;
      source.take(exportOf(total, pid, clock.epochMilliseconds()));
      jest.advanceTimersByTime(QUIET_MILLISECONDS);
    },
  };
}

function exportOf(asInt: number, pid: number, now: number): OtlpRequest {
  const attribute = (key: string, stringValue: string) => ({ key, value: { stringValue } });
  const point = {
    attributes: [attribute(SOURCE_FAILURES.attributes[0].key, '203.0.113.0')],
    startTimeUnixNano: String(1_700_000_000_000n * 1_000_000n),
    timeUnixNano: String(BigInt(now) * 1_000_000n),
    asInt: String(asInt),
  };
  const metric = {
    name: SOURCE_FAILURES.name,
    sum: { aggregationTemporality: 2, dataPoints: [point] },
  };
  return {
    resourceMetrics: [
      {
        resource: { attributes: [{ key: 'process.pid', value: { intValue: pid } }] },
        scopeMetrics: [{ metrics: [metric] }],
      },
    ],
  };
}

describe('a sender', () => {
  it('has slots as long as the time between its exports', async () => {
    const { source, wait, push } = start();

    wait(60);
    push(600);
    wait(60);
    push(30);

    const { fine } = await payloadOf(source);
    expect(fine.map(({ seconds, cells }) => [seconds, cells[1]])).toEqual([
      [60, 600],
      [60, 30],
    ]);
    source.stop();
  });

  it('does not stand still when it says nothing more: its findings clear', async () => {
    const { source, wait, push } = start();
    wait(60);
    push(600);

    const firing = (await payloadOf(source)).findings?.map(({ state }) => state);
    wait(101);
    const waiting = (await payloadOf(source)).fine.length;
    wait(700);
    const later = await payloadOf(source);

    expect(firing).toEqual(['firing']);
    // An export a minute is usual, so up to a hundred seconds nothing is missing.
    expect(waiting).toBe(2);
    expect(later.fine.length).toBeGreaterThan(60);
    expect(later.findings?.map(({ state }) => state)).toEqual(['cleared']);
    source.stop();
  });

  it('gives way on the page to one that sends, once it was silent for five minutes', async () => {
    const { source, wait, push } = start();
    push(1, 1);
    const { instance } = await payloadOf(source);
    push(1, 2);
    expect((await payloadOf(source, `instance=${instance}`)).start?.process.pid).toBe(1);

    for (let minute = 0; minute < 6; minute += 1) {
      wait(60);
      push(1, 2);
    }

    expect((await payloadOf(source, `instance=${instance}`)).start?.process.pid).toBe(2);
    expect((await payloadOf(source, `sender=${instance}`)).start?.process.pid).toBe(1);
    source.stop();
  });

  it('is forgotten when sixteen others came after it', async () => {
    const { source, push } = start();

    for (let pid = 1; pid <= 17; pid += 1) push(1, pid);

    const { senders = [] } = await payloadOf(source);
    expect(senders).toHaveLength(16);
    expect(senders[0]?.name).toBe('unnamed, pid 2');
    source.stop();
  });
});
