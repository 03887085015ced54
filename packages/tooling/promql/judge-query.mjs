import { readQuery } from './read-query.mjs';

/** @typedef {import('./known-series.mjs').KnownLabels} KnownLabels */

/** A regular expression that is nothing but a list of values. */
const VALUE_LIST = /^[\w.-]+(\|[\w.-]+)*$/;

/**
 * What is wrong with a query, one clause each: syntax, series, labels, and values of labels whose values are known.
 * @param {string} query PromQL
 * @param {ReadonlyMap<string, KnownLabels>} known every series that may be named
 * @returns {string[]}
 */
export function judgeQuery(query, known) {
  const { errorAt, selections, groupings } = readQuery(query);
  if (errorAt !== undefined) return [`does not parse at: ${query.slice(errorAt, errorAt + 30)}`];
  const problems = selections.flatMap(({ series, matchers }) => {
    // Selected by a pattern of names: nothing to compare.
    if (series === undefined) return [];
    const labels = known.get(series);
    if (labels === undefined) return [`names the series ${series}, which does not exist`];
    return matchers.flatMap((matcher) => judgeMatcher(series, labels, matcher));
  });
  for (const { label, from, to } of groupings) {
    const inside = selections.filter(({ at }) => at >= from && at < to);
    const isKnown = inside.some(
      ({ series }) => series === undefined || known.get(series)?.has(label),
    );
    if (!isKnown) problems.push(`groups by ${label}, which none of its series has`);
  }
  return [...new Set(problems)];
}

/**
 * @param {string} series
 * @param {KnownLabels} labels
 * @param {import('./read-query.mjs').Matcher} matcher
 * @returns {string[]}
 */
function judgeMatcher(series, labels, { label, operator, value }) {
  if (!labels.has(label)) return [`selects ${series} by ${label}, which it does not have`];
  const values = labels.get(label);
  if (values === undefined) return [];
  const isPattern = operator.endsWith('~');
  if (isPattern && !VALUE_LIST.test(value))
    return [`compares ${label} with a pattern: list its values`];
  return (isPattern ? value.split('|') : [value])
    .filter((one) => !values.includes(one))
    .map((one) => `selects ${label}="${one}", which ${series} never has`);
}
