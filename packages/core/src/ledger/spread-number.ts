/**
 * Spreads a non-negative integer of up to 53 bits evenly over 32, under a secret of 32 bits: whoever chooses the number
 * cannot choose where it falls. Source of the constants: the finalizer of MurmurHash3.
 */
export function spreadNumber(value: number, secret: number): number {
  // What exclusive or takes of a number are its lower 32 bits.
  let hash = value ^ Math.imul(Math.floor(value / 2 ** 32), 0x9e3779b1) ^ secret;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
