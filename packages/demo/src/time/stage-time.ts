import type { DemoTime } from './demo-time';

/** The time in which a scene is played: somebody follows what goes on in it, and lets it pass. */
export interface StageTime extends DemoTime {
  /** Follows work that may sleep, each piece at most once at a time. Resolves when more can be begun. */
  follow(work: () => Promise<void>): Promise<void>;
  /** Lets time pass until then. Rejects with the first failure of any work. */
  passTo(epochMilliseconds: number): Promise<void>;
  /** Waits for what is still going on, and gives back what was taken. */
  end(): Promise<void>;
}
