const UPPER = 2 ** 32;

/**
 * Spreads a non-negative integer of up to 53 bits evenly over 32, under a secret of 32 bits: whoever chooses numbers can
 * choose neither where they fall nor that they fall together.
 */
export function spreadNumber(value: number, secret: number): number {
  // The upper bits are mixed with the secret first, or numbers that meet could be found without knowing it. What exclusive or
  // takes of a number are its lower 32 bits.
  const lower = value ^ (value < UPPER ? secret : mix(Math.floor(value / UPPER) ^ secret));
  return mix(lower) >>> 0;
}

/** Source of the constants: the finalizer of MurmurHash3. */
function mix(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
