const DIGITS = 6;

/** A number short enough to send: as many digits as a chart can show. */
export function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS));
}
