import { kilometresBetweenCities } from './cities';
import type { Random } from '../random';
import type { TrafficEvent } from '../traffic-event';
import { login } from './logins';
import { cityOf, type User } from './population';

const FLIGHT_KILOMETRES_PER_HOUR = 850;
const CHECK_IN_SECONDS = 3600;

/** People who log in at home, fly, and log in where they land. */
export function createTravellers(
  random: Random,
  users: readonly User[],
  flights: number,
  fromSeconds: number,
  untilSeconds: number,
): readonly TrafficEvent[] {
  return Array.from({ length: flights }, (_, number) => {
    const user = { ...random.pick(users), accountId: `traveller-${String(number)}` };
    const hotel = `192.168.${String(random.below(250))}.20`;
    const kilometres = kilometresBetweenCities(user.city, cityOf(hotel));
    const seconds = (kilometres / FLIGHT_KILOMETRES_PER_HOUR) * 3600 + CHECK_IN_SECONDS;
    const departure = random.between(fromSeconds, untilSeconds);
    const landed = departure + seconds;
    return [login(user, departure), login({ ...user, address: hotel }, landed)];
  }).flat();
}
