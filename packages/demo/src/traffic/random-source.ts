/** Numbers from 0 up to, but without, 1. */
export type RandomSource = () => number;

const TWO_TO_THE_32 = 2 ** 32;
/** Weyl increment: 2^32 divided by the golden ratio, made odd. */
const INCREMENT = 0x9e3779b9;

/** The same numbers for the same seed: a counter whose bits are mixed by MurmurHash3's finalizer. */
export function createRandomSource(seed: number): RandomSource {
  let counter = seed >>> 0;
  return () => {
    counter = (counter + INCREMENT) >>> 0;
    let bits = counter;
    bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
    bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
    return ((bits ^ (bits >>> 16)) >>> 0) / TWO_TO_THE_32;
  };
}

/** One of the rows, each as likely as its weight says. */
export function pickWeighted<Row extends { readonly weight: number }>(
  rows: readonly Row[],
  random: RandomSource,
): Row {
  let left = random() * rows.reduce((sum, { weight }) => sum + weight, 0);
  for (const row of rows) {
    left -= row.weight;
    if (left < 0) return row;
  }
  const [first] = rows;
  if (first === undefined) throw new RangeError('there are no rows to pick from');
  return first;
}
