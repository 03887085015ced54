import type { AuditEventName } from '@authmeter/core/conventions';
import type { AuditLogOptions } from '../../src';
import type { AuditEntry } from '../../src/events/audit-entry';
import { eventTypeOf } from '../../src/events/event-type';
import { Suppression, type SuppressionSettings } from '../../src/limits/suppression';
import { createAuditedMeter } from '../audited-meter';

const START = 1_700_000_000_000;
const FLOODED = 'auth.attempt.failure';

function open(settings: Partial<SuppressionSettings> = {}, takes: () => boolean = () => true) {
  const summaries: AuditEntry[] = [];
  const suppression = new Suppression(
    { limits: {}, mostPerWindow: 10, windowSeconds: 60, ...settings },
    (summary) => {
      const isTaken = takes();
      if (isTaken) summaries.push(summary);
      return isTaken;
    },
  );
  return {
    suppression,
    admit: (name: AuditEventName, times: number, atSeconds = 0) => {
      const type = eventTypeOf(name);
      let admitted = 0;
      for (let count = 0; count < times; count += 1) {
        if (suppression.admits(type, START + atSeconds * 1000)) admitted += 1;
      }
      return admitted;
    },
    told: () =>
      summaries.map(({ details, atEpochMilliseconds }) => [
        ...details,
        (atEpochMilliseconds - START) / 1000,
      ]),
  };
}

describe('the cap of a window', () => {
  it('holds by default for events that anybody can cause, each by itself', () => {
    const { admit } = open();

    expect(admit(FLOODED, 25)).toBe(10);
    expect(admit('auth.login.failure', 25)).toBe(10);
    expect(admit('auth.login.success', 25)).toBe(25);
  });

  it('never holds back a critical event', () => {
    const { admit, told, suppression } = open();

    expect(admit('auth.token.reuse', 5000)).toBe(5000);
    expect(admit('auth.attack.suspected', 5000)).toBe(5000);
    suppression.close();
    expect(told()).toEqual([]);
  });

  it('can be set and taken off for each event', () => {
    const { admit } = open({
      limits: {
        [FLOODED]: { mostPerWindow: 3 },
        'auth.login.failure': { mostPerWindow: Infinity },
        'auth.login.success': { mostPerWindow: 2 },
      },
    });

    expect(admit(FLOODED, 25)).toBe(3);
    expect(admit('auth.login.failure', 25)).toBe(25);
    expect(admit('auth.login.success', 25)).toBe(2);
  });

  it('begins anew with each window, and tells what the last one left out', () => {
    const { admit, told } = open();
    admit(FLOODED, 25);
    admit(FLOODED, 5, 59);
    expect(told()).toEqual([]);

    expect(admit(FLOODED, 12, 60)).toBe(10);
    expect(told()).toEqual([[FLOODED, 20, 60, 59]]);
  });

  it('begins anew when the clock of the system goes back', () => {
    const { admit, told } = open();
    admit(FLOODED, 25);

    expect(admit(FLOODED, 12, -3600)).toBe(10);
    expect(told()).toEqual([[FLOODED, 15, 60, 0]]);
  });

  it('tells one summary for each event, and none for what lost nothing', () => {
    const { admit, told, suppression } = open();
    admit(FLOODED, 11);
    admit('auth.csrf.failure', 13);
    admit('auth.mfa.failure', 10);
    suppression.close();

    expect(told()).toEqual([
      [FLOODED, 1, 60, 0],
      ['auth.csrf.failure', 3, 60, 0],
    ]);
  });

  it('keeps what found no place, and tells it with the next', () => {
    let hasPlace = false;
    const { admit, told, suppression } = open({}, () => hasPlace);
    admit(FLOODED, 15);
    suppression.close();
    hasPlace = true;
    admit(FLOODED, 12, 120);
    suppression.close();

    expect(told()).toEqual([
      [FLOODED, 5, 60, 0],
      [FLOODED, 2, 60, 120],
    ]);
  });
});

describe('a share', () => {
  it.each([
    [0.1, 100, 10],
    [0.25, 10, 3],
    [0.3, 1000, 300],
    [0.999, 1000, 999],
    [1, 7, 7],
  ])('of %d lets through, of %d events, %d', (share, times, admitted) => {
    const { admit } = open({ limits: { 'auth.login.success': { share } } });

    expect(admit('auth.login.success', times)).toBe(admitted);
  });

  it('lets the first through, and then evenly', () => {
    const { admit } = open({ limits: { 'auth.login.success': { share: 0.25 } } });
    const pattern = Array.from({ length: 9 }, () => admit('auth.login.success', 1));

    expect(pattern.join('')).toBe('100010001');
  });

  it('goes before the cap, and everything left out is told', () => {
    const { admit, told, suppression } = open({
      limits: { [FLOODED]: { share: 0.5, mostPerWindow: 5 } },
    });

    expect(admit(FLOODED, 100)).toBe(5);
    suppression.close();
    expect(told()).toEqual([[FLOODED, 95, 60, 0]]);
  });
});

describe('an audit log under a flood', () => {
  const flood = (options: AuditLogOptions) => {
    const audited = createAuditedMeter({ audit: { maxQueue: 100_000, ...options } });
    for (let count = 0; count < 5000; count += 1) {
      audited.meter.record({ kind: 'attempt', outcome: 'failure', errorType: 'missing_auth' });
    }
    return audited;
  };

  it('writes the cap and one summary, and every event is in one of them', async () => {
    const { audit, records, dropped } = flood({ mostPerWindow: 200 });
    await audit.shutdown();

    const written = await records();
    const summaries = written.filter(({ eventName }) => eventName === 'auth.audit.suppressed');
    expect(written).toHaveLength(201);
    expect(summaries.map(({ attributes, severityText }) => [severityText, attributes])).toEqual([
      ['WARN', { event: FLOODED, suppressed_events: 4800, window_seconds: 60 }],
    ]);
    expect(await dropped()).toBe(0);
  });

  it('writes the summary by itself when the window is over and nothing else happens', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
    const { records } = flood({ mostPerWindow: 200, windowSeconds: 1 });
    await jest.advanceTimersByTimeAsync(1000);
    jest.useRealTimers();

    expect((await records()).map(({ eventName }) => eventName)).toContain('auth.audit.suppressed');
  });
});
