import { withGlobal, type Clock as FakeDate } from '@sinonjs/fake-timers';
import type { StageTime } from './stage-time';

/** Somebody who waits for the time to pass. */
interface Sleeper {
  readonly wakesAt: number;
  readonly wake: () => void;
}

/**
 * Starts a time that passes only when nothing else is left to happen: whatever is sent is answered at once, unless it
 * has to wait for a sleeper. Everything that asks for the date gets this time, libraries too; real timers and sockets
 * work on. Only one can be at a time.
 */
export function startVirtualTime(startEpochMilliseconds: number): StageTime {
  const date = withGlobal(globalThis).install({ now: startEpochMilliseconds, toFake: ['Date'] });
  const sleepers: Sleeper[] = [];
  const failures: unknown[] = [];
  let working = 0;
  let noticeIdle = (): void => undefined;
  const look = (): void => {
    if (working <= sleepers.length) noticeIdle();
  };
  const untilIdle = (): Promise<void> =>
    new Promise((resolve) => {
      noticeIdle = resolve;
      look();
    });
  const time: StageTime = {
    epochMilliseconds: () => date.now,
    monotonicMilliseconds: () => date.now - startEpochMilliseconds,
    sleep: (milliseconds) =>
      new Promise((wake) => {
        sleepers.push({ wakesAt: date.now + milliseconds, wake });
        look();
      }),
    follow: (work) => {
      working += 1;
      void work()
        .catch((error: unknown) => failures.push(error))
        .finally(() => {
          working -= 1;
          look();
        });
      return untilIdle();
    },
    passTo: async (epochMilliseconds) => {
      for (;;) {
        const [next] = sleepers.sort((one, other) => one.wakesAt - other.wakesAt);
        if (next === undefined || next.wakesAt > epochMilliseconds) break;
        sleepers.shift();
        setDate(date, next.wakesAt);
        next.wake();
        await untilIdle();
      }
      setDate(date, epochMilliseconds);
      if (failures.length > 0) throw failures[0];
    },
    end: async () => {
      while (sleepers.length > 0)
        await time.passTo(Math.max(...sleepers.map(({ wakesAt }) => wakesAt)));
      date.uninstall();
    },
  };
  return time;
}

function setDate(date: FakeDate, epochMilliseconds: number): void {
  if (epochMilliseconds > date.now) date.setSystemTime(epochMilliseconds);
}
