import { code, renderTable } from './markdown.mjs';
import { SERIES_CASES, countAttributeSets, countSeriesPerSet } from './series-arithmetic.mjs';

/** @typedef {import('../workspace/load-conventions.mjs').Conventions} Conventions */
/** @typedef {import('../../core/dist/conventions/index.js').MetricDefinition} MetricDefinition */
/** @typedef {import('../../core/dist/conventions/index.js').AttributeDefinition} AttributeDefinition */

/** A list longer than this is described by its ends. */
const MOST_VALUES_SPELLED_OUT = 30;

const LEDGERS = {
  address: 'masked addresses that earned a series, `other`, `unknown`',
  account: 'hashed accounts that earned a series, `other`',
};

/** @type {Record<MetricDefinition['kind'], string>} */
const KIND_WORDS = {
  counter: 'counter',
  upDownCounter: 'up-down counter',
  gauge: 'gauge',
  histogram: 'histogram',
};

/**
 * The kind of an instrument in words.
 * @param {MetricDefinition['kind']} kind
 */
export const nameKind = (kind) => KIND_WORDS[kind];

/** @param {readonly string[]} values */
function listValues(values) {
  if (values.length <= MOST_VALUES_SPELLED_OUT) return values.map(code).join(', ');
  return `${values.length} codes, ${code(values[0] ?? '')} to ${code(values.at(-1) ?? '')}`;
}

/**
 * What an attribute may hold, in words.
 * @param {Conventions} conventions
 * @param {AttributeDefinition} attribute
 * @returns {string}
 */
export function describeValues(conventions, { key, values, extendedBy, folds, ledger }) {
  if (ledger !== undefined) return LEDGERS[ledger];
  if (key === 'error.type') {
    return `the ${values.length} types of [failure reasons](failure-reasons.md)`;
  }
  const parts = [
    ...(values.length === 0 ? [] : [listValues(values)]),
    ...(extendedBy === undefined ? [] : [`values declared in the option ${code(extendedBy)}`]),
    ...(folds === true ? [`${code(conventions.OTHER_VALUE)} for anything else`] : []),
  ];
  return parts.join('; ');
}

/**
 * @param {Conventions} conventions
 * @param {MetricDefinition} definition
 */
function renderAttributes(conventions, definition) {
  if (definition.attributes.length === 0) return 'It has no attributes.';
  return renderTable(
    ['Attribute', 'Label', 'Meaning', 'Values'],
    definition.attributes.map((attribute) => [
      code(attribute.key),
      code(conventions.prometheusLabel(attribute.key)),
      attribute.meaning,
      describeValues(conventions, attribute),
    ]),
  );
}

/** @param {MetricDefinition} definition */
const article = ({ kind }) => (kind === 'upDownCounter' ? 'an' : 'a');

/** @param {MetricDefinition} definition */
function renderBuckets({ buckets, unit }) {
  if (buckets === undefined) return undefined;
  const bounds = buckets.map((bound) => code(String(bound))).join(', ');
  return `Buckets, upper bounds in ${code(unit)}: ${bounds}.`;
}

/** @param {MetricDefinition} definition */
function renderZeroSeries({ startsAtZero, attributes }) {
  if (startsAtZero === undefined) return undefined;
  const limits = attributes.flatMap(({ key, extendedBy }) => {
    const values = startsAtZero[key];
    // Values that the host declares take the place of the usual ones.
    const option = extendedBy === undefined ? undefined : `named in the option ${code(extendedBy)}`;
    if (values !== undefined) {
      const instead = option === undefined ? '' : `, or those ${option}`;
      const list = `${values.length > 1 ? 'one of ' : ''}${values.map(code).join(', ')}`;
      return [`${code(key)} is ${list}${instead}`];
    }
    return option === undefined ? [] : [`${code(key)} is ${option}, where that names any`];
  });
  const which = limits.length === 0 ? '' : ` in which ${limits.join('; and ')}`;
  return `Starts at zero: every combination${which}.`;
}

/**
 * @param {Conventions} conventions
 * @param {MetricDefinition} definition
 */
function renderWorstCase(conventions, definition) {
  const [byDefault, declared] = SERIES_CASES.map((seriesCase) =>
    countAttributeSets(conventions, definition, seriesCase),
  );
  const perSet = countSeriesPerSet(definition);
  const sets =
    byDefault === declared
      ? `${byDefault}`
      : `${byDefault}, or ${declared} with 5 declared values per list`;
  const series = perSet === 1 ? '' : ` Each is ${perSet} Prometheus series.`;
  return `Attribute sets at most: ${sets}.${series}`;
}

/**
 * The section of one metric on the reference page.
 * @param {Conventions} conventions
 * @param {MetricDefinition} definition
 * @returns {string} Markdown
 */
export function renderMetricSection(conventions, definition) {
  return [
    `### ${definition.name}`,
    `${code(conventions.prometheusName(definition))}, ${article(definition)} ${nameKind(definition.kind)} in ${code(definition.unit)}. ${definition.description}`,
    renderAttributes(conventions, definition),
    renderBuckets(definition),
    renderZeroSeries(definition),
    renderWorstCase(conventions, definition),
  ]
    .filter((part) => part !== undefined)
    .join('\n\n');
}
