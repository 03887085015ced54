import { createNormalDay } from './background/normal-day';
import { createPopulation, type User } from './background/population';
import { Random } from './random';
import { mixTraffic, type Traffic } from './traffic-event';

/** What scenarios add to a normal day. */
export interface Stage {
  readonly random: Random;
  readonly users: readonly User[];
  /** The part of the day that is played, and the instant at which something happens in it. */
  readonly fromSeconds: number;
  readonly atSeconds: number;
  readonly untilSeconds: number;
}

/** One row: what happens besides a normal day. */
export interface Scenario {
  readonly name: string;
  /** How it differs from a normal day; undefined when it does not. */
  readonly add?: (stage: Stage) => Traffic;
  /** Logins of a normal day. Default 30,000. */
  readonly loginsPerDay?: number;
  /** Hour of the day at which it happens. Default 10. */
  readonly atHour?: number;
  /** Whole days before that day, for what is learnt from them. Default 0. */
  readonly daysBefore?: number;
  /** Takes long: it is left out where there is little time. Default false. */
  readonly isLong?: boolean;
}

/** How much of a scenario is played. */
export interface Extent {
  /** Hours before and after what happens; more is cut off at the ends of the day. */
  readonly hoursBefore: number;
  readonly hoursAfter: number;
  /** Less of everything that is normal: 1 is all of it. */
  readonly loadShare: number;
}

export const WHOLE_DAY: Extent = { hoursBefore: 24, hoursAfter: 24, loadShare: 1 };

/** Logins of each user in a day. */
const LOGINS_PER_USER = 1.5;
const SECONDS_PER_HOUR = 3600;
const HOURS_PER_DAY = 24;

/** The traffic of a scenario; the same seed gives the same. */
export function playScenario(scenario: Scenario, seed: number, extent = WHOLE_DAY): Traffic {
  const { add, loginsPerDay = 30_000, atHour = 10, daysBefore = 0 } = scenario;
  const { hoursBefore, hoursAfter, loadShare } = extent;
  const random = new Random(seed);
  const users = createPopulation(random, Math.ceil((loginsPerDay * loadShare) / LOGINS_PER_USER));
  const lastDayHour = daysBefore * HOURS_PER_DAY;
  const fromHour = Math.max(0, lastDayHour + atHour - hoursBefore - lastDayHour);
  const untilHour = Math.min(lastDayHour + HOURS_PER_DAY, lastDayHour + atHour + hoursAfter);
  const fromSeconds = fromHour * SECONDS_PER_HOUR;
  const untilSeconds = untilHour * SECONDS_PER_HOUR;
  const atSeconds = (lastDayHour + atHour) * SECONDS_PER_HOUR;
  const day = createNormalDay(random, users, {
    loginsPerDay: loginsPerDay * loadShare,
    fromSeconds,
    untilSeconds,
  });
  return add === undefined
    ? day
    : mixTraffic(day, add({ random, users, fromSeconds, atSeconds, untilSeconds }));
}
