/**
 * A scale that maps values to pixels, with round numbers to write on it.
 * @typedef {{ at: (value: number) => number, ticks: number[] }} Scale
 */

const ROUND = [1, 2, 2.5, 5, 10];

/**
 * A vertical scale: the lowest value at the bottom.
 * @param {number} low
 * @param {number} high
 * @param {{ y: number, h: number }} box
 * @param {number} wanted about how many ticks
 * @param {number} [size] of what ticks count, where that is not 1
 * @returns {Scale & { low: number, high: number }}
 */
export function verticalScale(low, high, { y, h }, wanted, size = 1) {
  const step = roundStep((high - low || 1) / wanted / size) * size;
  const bottom = Math.floor(low / step) * step;
  const top = Math.max(Math.ceil(high / step), Math.floor(low / step) + 1) * step;
  const count = Math.round((top - bottom) / step);
  return {
    low: bottom,
    high: top,
    at: (value) => y + h - ((value - bottom) / (top - bottom)) * h,
    ticks: Array.from({ length: count + 1 }, (_, index) => bottom + index * step),
  };
}

/**
 * A scale of time from left to right, with ticks at round minutes.
 * @param {import('./answers.mjs').TimeRange} range
 * @param {{ x: number, w: number }} box
 * @param {number} wanted about how many ticks
 * @returns {Scale}
 */
export function timeScale({ start, end }, { x, w }, wanted) {
  const minutes = (end - start) / 60;
  const step = Math.max(roundStep(minutes / wanted), 1) * 60;
  const first = Math.ceil(start / step) * step;
  return {
    at: (value) => x + ((value - start) / (end - start)) * w,
    ticks: Array.from(
      { length: Math.floor((end - first) / step) + 1 },
      (_, index) => first + index * step,
    ),
  };
}

/**
 * The next larger number that is easy to read.
 * @param {number} raw
 */
function roundStep(raw) {
  const power = 10 ** Math.floor(Math.log10(raw));
  return (ROUND.find((round) => round * power >= raw) ?? 10) * power;
}

/**
 * @param {number} epochSeconds
 * @returns {string} hours and minutes, UTC
 */
export function clock(epochSeconds) {
  return new Date(epochSeconds * 1000).toISOString().slice(11, 16);
}

/** Half of what the name of a tick takes. */
const HALF_A_NAME = 13;

/**
 * Where to write the name of a tick so that it does not stand out of the chart.
 * @param {number} x
 * @param {{ x: number, w: number }} plot
 */
export function within(x, plot) {
  return Math.min(Math.max(x, plot.x + HALF_A_NAME), plot.x + plot.w - HALF_A_NAME);
}
