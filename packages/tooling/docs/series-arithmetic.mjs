/** The two situations for which worst cases are written down. */
export const SERIES_CASES = [
  { title: 'Default options', declaredPerList: 0, ledgerSeries: 100 },
  { title: '5 declared values per list', declaredPerList: 5, ledgerSeries: 100 },
];

/** What a histogram exports for one attribute set beside its finite buckets: `+Inf`, `_sum` and `_count`. */
const SERIES_BESIDE_BUCKETS = 3;

/**
 * Attribute sets that a metric exports at most.
 * @param {import('../workspace/load-conventions.mjs').Conventions} conventions
 * @param {import('../../core/dist/conventions/index.js').MetricDefinition} definition
 * @param {(typeof SERIES_CASES)[number]} seriesCase
 * @returns {number}
 */
export function countAttributeSets(conventions, definition, { declaredPerList, ledgerSeries }) {
  const declared = Object.fromEntries(
    conventions.ALLOW_LISTS.map((list) => [list, declaredPerList]),
  );
  return conventions.worstCaseSeries(definition, { declared, ledgerSeries });
}

/**
 * Prometheus series of one attribute set: one, or the buckets and totals of a histogram.
 * @param {import('../../core/dist/conventions/index.js').MetricDefinition} definition
 * @returns {number}
 */
export function countSeriesPerSet({ buckets }) {
  return buckets === undefined ? 1 : buckets.length + SERIES_BESIDE_BUCKETS;
}
