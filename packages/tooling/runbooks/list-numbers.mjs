/** @typedef {import('../workspace/load-conventions.mjs').Conventions['ALERT_CATALOGUE'][number]} Alert */
/** @typedef {import('../../core/dist/conventions/index.js').AlertParameter} AlertParameter */

const DAY_SECONDS = 86_400;

/**
 * The default limits of an alert in the words of its page: `50 %`, `0.5 s`, `90 days`. The first event (0) has none.
 * @param {Alert['conditions']} conditions
 * @returns {string[]}
 */
export function listNumbers(conditions) {
  /** @type {AlertParameter[]} */
  const limits = conditions.flatMap((condition) =>
    'threshold' in condition ? [condition.threshold] : [],
  );
  return limits.filter((limit) => limit.default > 0).map(wordOf);
}

/** @param {AlertParameter} limit */
function wordOf({ unit, most, default: value }) {
  if (unit === '1' && most < 1) return `${value * 100} %`;
  if (unit !== 's') return String(value);
  if (value % DAY_SECONDS === 0) return `${value / DAY_SECONDS} days`;
  return value < 0.2 ? `${value * 1000} ms` : `${value} s`;
}
