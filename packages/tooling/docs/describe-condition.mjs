import { code } from './markdown.mjs';

/** @typedef {import('../../core/dist/conventions/index.js').AlertCondition} AlertCondition */
/** @typedef {import('../../core/dist/conventions/index.js').AlertParameter} AlertParameter */
/** @typedef {import('../../core/dist/conventions/index.js').SeriesSelection} SeriesSelection */

const UNITS = /** @type {const} */ ([
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
  ['ms', 0.001],
]);

/**
 * @param {number} seconds
 * @returns {string} in the largest unit that divides it
 */
export function nameTime(seconds) {
  const [unit, size] = UNITS.find(([, size]) => Number.isInteger(seconds / size)) ?? UNITS[4];
  return `${Math.round(seconds / size)} ${unit}`;
}

/**
 * A number as people read it.
 * @param {number} value
 * @param {string} unit of a parameter
 */
export function nameNumber(value, unit) {
  if (unit === 's') return nameTime(value);
  return unit === '1' && value < 1 ? `${Number((value * 100).toPrecision(6))} %` : String(value);
}

/** @param {AlertParameter} parameter */
const limit = ({ default: value, unit }) => nameNumber(value, unit);

/** @param {Readonly<Record<string, readonly string[]>> | undefined} lists @param {string} word */
const narrow = (lists, word) =>
  Object.entries(lists ?? {}).map(([key, values]) => `${code(key)} ${word}${values.join(' or ')}`);

/** @param {SeriesSelection} selection */
function nameSelection({ metric, where, except }) {
  const all = [...narrow(where, ''), ...narrow(except, 'not ')];
  return code(metric.name) + (all.length === 0 ? '' : ` (${all.join(', ')})`);
}

/**
 * When a condition holds, as the end of a sentence.
 * @param {AlertCondition} condition
 * @returns {string}
 */
export function describeCondition(condition) {
  switch (condition.shape) {
    case 'rate': {
      const per = condition.perSeconds === 60 ? 'minute' : 'second';
      return `more than ${limit(condition.threshold)} a ${per} of ${nameSelection(condition.of)}, over ${nameTime(condition.windowSeconds)}`;
    }
    case 'increase':
      return `more than ${limit(condition.threshold)} of ${nameSelection(condition.of)} in ${nameTime(condition.windowSeconds)}`;
    case 'share':
      return `${nameSelection(condition.part)} is more than ${limit(condition.threshold)} of ${condition.whole.map(nameSelection).join(' + ')}, over ${nameTime(condition.windowSeconds)}`;
    case 'growth':
      return `${nameSelection(condition.of)} in ${nameTime(condition.windowSeconds)} is more than ${limit(condition.threshold)} times the mean of the ${nameTime(condition.pastSeconds)} before, for a job that old`;
    case 'burn':
      return `${nameSelection(condition.part)} spends the error budget of ${limit(condition.objective)} more than ${limit(condition.threshold)} times as fast as it lasts, over ${condition.windowsSeconds.map(nameTime).join(' and over ')}`;
    case 'quantile':
      return `the ${condition.quantile * 100}th percentile of ${nameSelection(condition.of)} is more than ${limit(condition.threshold)}, over ${nameTime(condition.windowSeconds)}`;
    case 'mean':
      return `the mean of ${nameSelection(condition.of)} is more than ${limit(condition.threshold)}, over ${nameTime(condition.windowSeconds)}`;
    case 'highest':
      return `${nameSelection(condition.of)} is more than ${limit(condition.threshold)} on any instance`;
    case 'down':
      return `${nameSelection(condition.of)} is 0 on any instance`;
    case 'absent':
      return `a job that is up has no ${code(condition.of.metric.name)}, and had it in the last ${nameTime(condition.lookBackSeconds)}`;
  }
}
