/** How far the evidence of one window is over its limit: 1 is at it. */
interface Strength {
  readonly strength: number;
}

/** Of two windows the one with the stronger evidence. */
export function strongest<Found extends Strength>(fast: Found, slow: Found): Found {
  return slow.strength > fast.strength ? slow : fast;
}
