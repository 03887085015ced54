import type { Random } from '../random';
import type { TrafficEvent } from '../traffic-event';
import { diurnalTimes } from './diurnal';
import type { User } from './population';

const REFRESH_SECONDS = 900;
const MOST_REFRESHES = 8;
const SECOND_TAB = 0.05;
const LOST_ANSWER = 0.02;
const LOGS_OUT = 0.3;
const TAB_LEFT_OPEN = 0.3;

/** Sessions: requests, refresh tokens that rotate, two tabs that race, answers that get lost, tabs left open. */
export function createSessions(
  random: Random,
  users: readonly User[],
  sessionsPerDay: number,
  fromSeconds: number,
  untilSeconds: number,
): readonly TrafficEvent[] {
  const starts = diurnalTimes(random, sessionsPerDay, fromSeconds, untilSeconds);
  return starts.flatMap((at, number) =>
    session(random, random.pick(users), at, `s-${String(number)}`),
  );
}

function session(random: Random, user: User, start: number, sessionId: string): TrafficEvent[] {
  const subject = { accountId: user.accountId, sourceAddress: user.address, sessionId };
  const events: TrafficEvent[] = [];
  const refreshes = random.below(MOST_REFRESHES);
  for (let number = 0; number < refreshes; number += 1) {
    const at = start + (number + 1) * REFRESH_SECONDS + random.between(-5, 5);
    const refreshToken = { tokenId: `${sessionId}-${String(number)}`, familyId: sessionId };
    const refresh = (later: number): void => {
      const observation = { kind: 'token_refresh', outcome: 'success', refreshToken, ...subject };
      events.push({
        atSeconds: at + later,
        observation: observation as TrafficEvent['observation'],
      });
    };
    refresh(0);
    if (random.chance(SECOND_TAB)) refresh(random.between(0, 3));
    if (random.chance(LOST_ANSWER)) refresh(random.between(5, 20));
  }
  const end = start + (refreshes + 1) * REFRESH_SECONDS;
  const request = (atSeconds: number, isOver: boolean): TrafficEvent => ({
    atSeconds,
    observation: isOver
      ? {
          kind: 'attempt',
          method: 'session',
          outcome: 'failure',
          errorType: 'expired_token',
          ...subject,
        }
      : { kind: 'attempt', method: 'session', outcome: 'success', ...subject },
  });
  events.push(request(random.between(start, end), false));
  const cause = random.chance(LOGS_OUT) ? 'user' : 'timeout';
  events.push({
    atSeconds: end,
    observation: { kind: 'session', change: 'ended', cause, ...subject },
  });
  if (random.chance(TAB_LEFT_OPEN)) {
    for (let poll = 1; poll <= 20; poll += 1) events.push(request(end + poll * 60, true));
  }
  return events;
}
