import type { Random } from '../random';

/** The address of an attacker, in a network that no user is in. */
export function attackerAddress(number: number): string {
  return `203.${String(1 + (number >> 8))}.${String(number & 255)}.66`;
}

/** Addresses anywhere, as those of rented machines are: nearly each in a network of its own. */
export function anyAddress(random: Random): string {
  const octets = [
    20 + random.below(70),
    random.below(256),
    random.below(256),
    1 + random.below(254),
  ];
  return octets.join('.');
}

/** The masked form of an address, as detections name it. */
export function networkOf(address: string): string {
  return `${address.split('.').slice(0, 3).join('.')}.0`;
}
