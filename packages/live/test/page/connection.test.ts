import { connectionState, describeConnection } from '../../src/page/sections/connection';
import { describeChange, describeProcess } from '../../src/page/sections/describe-process';

describe('the connection', () => {
  it.each([
    [undefined, false, 'waiting', 'waiting for the first answer'],
    [1, false, 'live', 'live, 1 s ago'],
    [3, false, 'quiet', 'no answer for 3 s'],
    [15, false, 'stale', 'no answer for 15 s'],
    [20, true, 'ended', 'access ended'],
  ])('after %s s of silence, ended %s, is %s', (silent, isEnded, kind, text) => {
    const state = connectionState(silent, isEnded);

    expect([state.kind, describeConnection(state)]).toEqual([kind, text]);
  });
});

describe('the process', () => {
  const shown = { source: 'reader', startedAt: 1000, host: 'web-1', pid: 4242 } as const;

  it('is said to be one of possibly many', () => {
    expect(describeProcess(shown, 8_041_000)).toBe(
      'this process only: pid 4242 on web-1, up 2 h 14 min',
    );
    expect(describeProcess({ ...shown, worker: '3' }, 61_000)).toBe(
      'this worker only; for all workers use Prometheus: pid 4242 on web-1, worker 3, up 1 min',
    );
    expect(describeProcess({ source: 'otlp', startedAt: 0 }, 5000)).toBe(
      'one sender: one process, seen for 5 s',
    );
  });

  it('restarted, or is another one', () => {
    const restarted = { ...shown, pid: 4300, startedAt: 50_000 };
    const other = { ...shown, pid: 5151, host: 'web-2' };

    expect(describeChange(shown, restarted, 40_000)).toBe(
      'The process restarted; the record begins again.',
    );
    expect(describeChange(shown, { ...shown, startedAt: 1001 }, 40_000)).toBe(
      'The record begins again.',
    );
    expect(describeChange(shown, other, 40_000)).toContain('pid 5151 on web-2');
    expect(describeChange(shown, { ...shown, pid: 5151 }, 40_000)).toContain('pid 5151');
  });
});
