import type { Random } from '../random';
import { benign, mixTraffic, type Traffic } from '../traffic-event';
import { createCrawlers } from './clients';
import { createLogins } from './logins';
import type { User } from './population';
import { createSessions } from './sessions';
import { createTravellers } from './travellers';

/** Which part of a day, and how busy it is. */
export interface DayOptions {
  readonly loginsPerDay: number;
  /** Seconds after the first midnight. */
  readonly fromSeconds: number;
  readonly untilSeconds: number;
}

const SECONDS_PER_DAY = 86_400;
/** One login in so many opens a session that is followed, and one is that of somebody who flies afterwards. */
const LOGINS_PER_SESSION = 10;
const LOGINS_PER_FLIGHT = 500;

/** What goes on when nothing is wrong. */
export function createNormalDay(random: Random, users: readonly User[], day: DayOptions): Traffic {
  const { loginsPerDay, fromSeconds, untilSeconds } = day;
  const sessionsPerDay = loginsPerDay / LOGINS_PER_SESSION;
  const days = (untilSeconds - fromSeconds) / SECONDS_PER_DAY;
  const flights = Math.round((loginsPerDay * days) / LOGINS_PER_FLIGHT);
  return mixTraffic(
    benign(createLogins(random, users, loginsPerDay, fromSeconds, untilSeconds)),
    benign(createSessions(random, users, sessionsPerDay, fromSeconds, untilSeconds)),
    benign(createTravellers(random, users, flights, fromSeconds, untilSeconds)),
    benign(createCrawlers(random, fromSeconds, untilSeconds)),
  );
}
