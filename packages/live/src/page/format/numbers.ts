const NARROW_SPACE = '\u202f';

/** Shown where there is no number. */
export const NO_NUMBER = '–';

/** A whole number, its thousands apart. */
export function formatCount(value: number): string {
  return String(Math.round(value)).replaceAll(/\B(?=(\d{3})+$)/g, NARROW_SPACE);
}

/** A number with as many digits as one glance takes in: 0.04, 1.2, 12.1, 1 204. */
export function formatNumber(value: number): string {
  const size = Math.abs(value);
  if (size >= 100) return formatCount(value);
  if (size === 0) return '0';
  if (size < 0.01) return '< 0.01';
  if (size >= 10) return value.toFixed(1);
  return String(Number(value.toPrecision(size < 0.1 ? 1 : 2)));
}

/** A share between 0 and 1 in per cent. Never rounds something to nothing, nor almost all to all. */
export function formatShare(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 0.5) return `< 1${NARROW_SPACE}%`;
  if (percent < 100 && percent >= 99.5) return `> 99${NARROW_SPACE}%`;
  return `${String(Math.round(percent))}${NARROW_SPACE}%`;
}

/** A round number, without digits that say nothing: 0.5, 10, 1 200. */
export function formatRound(value: number): string {
  const round = Number(value.toPrecision(3));
  return round >= 1000 ? formatCount(round) : String(round);
}

/** A round share in per cent. */
export function formatRoundShare(share: number): string {
  return `${formatRound(share * 100)}${NARROW_SPACE}%`;
}

/** Something that is not there when unknown. */
export function orDash(value: number | undefined, format: (value: number) => string): string {
  return value === undefined || Number.isNaN(value) ? NO_NUMBER : format(value);
}

/** So many of something: 1 source, 2 sources. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${Math.round(count) === 1 ? one : many}`;
}
