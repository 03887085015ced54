import type { Random } from '../random';
import { CITIES, type City } from './cities';

/** How somebody reaches the service. */
export type Access = 'home' | 'office' | 'mobile';

/** Somebody with an account. */
export interface User {
  readonly accountId: string;
  readonly access: Access;
  /** The address that the service sees; many users share one, and all of an office do. */
  readonly address: string;
  readonly city: City;
}

/** Users behind one address, by how they reach the service. */
const USERS_PER_OFFICE = 400;
const USERS_PER_CARRIER_NETWORK = 600;
const USERS_PER_HOME_NETWORK = 3;

/** Makes users: half at home, three in ten in offices, the rest on the road. */
export function createPopulation(random: Random, size: number): readonly User[] {
  return Array.from({ length: size }, (_, number) => {
    const roll = random.share();
    const access = roll < 0.5 ? 'home' : roll < 0.8 ? 'office' : 'mobile';
    const address = ADDRESS_OF[access](random, number, size);
    return { accountId: `user-${String(number)}`, access, address, city: cityOf(address) };
  });
}

/** Where an address is. */
export function cityOf(address: string): City {
  const [first = 0, second = 0, third = 0] = address.split('.').map(Number);
  const city = CITIES[(first * 31 + second * 7 + third) % CITIES.length];
  if (city === undefined) throw new RangeError('there are no cities');
  return city;
}

const ADDRESS_OF: Readonly<
  Record<Access, (random: Random, number: number, size: number) => string>
> = {
  home: (random, number) => {
    const network = Math.floor(number / USERS_PER_HOME_NETWORK);
    return `10.${String(network >> 8)}.${String(network & 255)}.${String(1 + random.below(250))}`;
  },
  office: (random, _number, size) => {
    const offices = Math.max(1, Math.round((size * 0.3) / USERS_PER_OFFICE));
    return `172.16.${String(random.below(offices))}.10`;
  },
  mobile: (random, _number, size) => {
    const networks = Math.max(1, Math.round((size * 0.2) / USERS_PER_CARRIER_NETWORK));
    return `100.64.${String(random.below(networks))}.${String(1 + random.below(250))}`;
  },
};
