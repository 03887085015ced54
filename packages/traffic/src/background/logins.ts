import type { AuthErrorType } from '@authmeter/core/conventions';
import type { Random } from '../random';
import type { TrafficEvent } from '../traffic-event';
import { diurnalTimes } from './diurnal';
import type { User } from './population';

const MISTYPED = 0.08;
const FORGOTTEN = 0.01;
const MOST_GUESSES = 9;
const GOES_ON_GUESSING = 0.65;
const WRONG_NAME = 0.1;

/** People who log in, mistype, forget, guess for a while, and give up or get in. */
export function createLogins(
  random: Random,
  users: readonly User[],
  loginsPerDay: number,
  fromSeconds: number,
  untilSeconds: number,
): readonly TrafficEvent[] {
  return diurnalTimes(random, loginsPerDay, fromSeconds, untilSeconds).flatMap((at) =>
    visit(random, random.pick(users), at),
  );
}

/** Somebody comes once, and logs in as people do. */
export function visit(random: Random, user: User, at: number): TrafficEvent[] {
  const guesses = guessesOf(random);
  let now = at;
  const events = Array.from({ length: guesses }, () => {
    const errorType: AuthErrorType = random.chance(WRONG_NAME)
      ? 'user_not_found'
      : 'invalid_credentials';
    const event = login(user, now, errorType);
    now += random.between(5, 40);
    return event;
  });
  const givesUp = guesses > 3 && random.chance(0.5);
  return givesUp ? events : [...events, login(user, now)];
}

function guessesOf(random: Random): number {
  if (random.chance(FORGOTTEN)) {
    let guesses = 3;
    while (guesses < MOST_GUESSES && random.chance(GOES_ON_GUESSING)) guesses += 1;
    return guesses;
  }
  return random.chance(MISTYPED) ? 1 + Number(random.chance(0.2)) : 0;
}

/** One login of a user, failed where an error is given. */
export function login(
  { accountId, address }: Pick<User, 'accountId' | 'address'>,
  atSeconds: number,
  errorType?: AuthErrorType,
): TrafficEvent {
  const subject = { accountId, sourceAddress: address, route: '/login' };
  return {
    atSeconds,
    observation:
      errorType === undefined
        ? { kind: 'login', method: 'password', outcome: 'success', ...subject }
        : { kind: 'login', method: 'password', outcome: 'failure', errorType, ...subject },
  };
}
