import type { Random } from '../random';
import type { TrafficEvent } from '../traffic-event';
import { createLogins, login, visit } from './logins';
import { cityOf, type User } from './population';

/** The one address of the office. */
export const OFFICE_ADDRESS = '192.0.2.1';
const MORNING_SECONDS = 900;
const RETURN_SECONDS = 3600;

/** Hundreds of people behind one address who all log in when the office opens. */
export function createOfficeMorning(
  random: Random,
  people: number,
  opensAtSeconds: number,
): readonly TrafficEvent[] {
  const users = sharing(random, people, 'office', OFFICE_ADDRESS);
  return users.flatMap((user) =>
    visit(random, user, opensAtSeconds + random.below(MORNING_SECONDS)),
  );
}

/** Everybody has to log in again within an hour: a release has ended all sessions. */
export function createReturn(
  random: Random,
  users: readonly User[],
  people: number,
  fromSeconds: number,
): readonly TrafficEvent[] {
  return Array.from({ length: people }, () =>
    visit(random, random.pick(users), fromSeconds + random.below(RETURN_SECONDS)),
  ).flat();
}

/** A login form that refuses everybody as if their passwords were wrong; most try again. */
export function createBrokenForm(
  random: Random,
  users: readonly User[],
  people: number,
  fromSeconds: number,
  seconds: number,
): readonly TrafficEvent[] {
  return Array.from({ length: people }, () => {
    const user = random.pick(users);
    const at = fromSeconds + random.below(seconds);
    const tries = 1 + random.below(3);
    return Array.from({ length: tries }, (_, number) =>
      login(user, at + number * random.between(5, 30), 'invalid_credentials'),
    );
  }).flat();
}

/** Thousands of telephones behind the few addresses of a carrier, all day. */
export function createCarrierDay(
  random: Random,
  people: number,
  fromSeconds: number,
  untilSeconds: number,
): readonly TrafficEvent[] {
  const users = sharing(random, people, 'mobile', '100.127.1.');
  const loginsPerDay = people * 1.5;
  return createLogins(random, users, loginsPerDay, fromSeconds, untilSeconds);
}

function sharing(
  random: Random,
  people: number,
  access: User['access'],
  network: string,
): readonly User[] {
  return Array.from({ length: people }, (_, number) => {
    const address = network.endsWith('.') ? `${network}${String(1 + random.below(250))}` : network;
    return { accountId: `${access}-${String(number)}`, access, address, city: cityOf(address) };
  });
}
