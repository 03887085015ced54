import { REAL_TIME } from './demo-time';
import type { StageTime } from './stage-time';

/** The real time: what is followed goes on beside everything else. */
export function startRealStageTime(): StageTime {
  const going = new Set<Promise<void>>();
  const failures: unknown[] = [];
  return {
    ...REAL_TIME,
    follow: (work) => {
      const followed = work()
        .catch((error: unknown) => {
          failures.push(error);
        })
        .finally(() => going.delete(followed));
      going.add(followed);
      return Promise.resolve();
    },
    passTo: async (epochMilliseconds) => {
      const rest = epochMilliseconds - REAL_TIME.epochMilliseconds();
      if (rest > 0) await REAL_TIME.sleep(rest);
      if (failures.length > 0) throw failures[0];
    },
    end: async () => {
      await Promise.all(going);
    },
  };
}
