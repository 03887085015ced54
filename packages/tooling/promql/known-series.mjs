/** @typedef {import('../workspace/load-conventions.mjs').Conventions} Conventions */

/**
 * The values that each label of a series may have; undefined where they are not known beforehand.
 * @typedef {ReadonlyMap<string, readonly string[] | undefined>} KnownLabels
 */

const HISTOGRAM_SERIES = ['_bucket', '_sum', '_count'];
/** Labels that Prometheus adds. */
const TARGET_LABELS = ['job', 'instance'];
/** Series that Prometheus and OpenTelemetry make themselves, with the labels that queries ask for. */
const FOREIGN_SERIES = {
  up: [],
  target_info: ['service_version'],
  ALERTS: ['alertname', 'alertstate', 'component', 'severity'],
};

/**
 * Every series that a query may name, with its labels.
 * @param {Conventions} conventions
 * @returns {ReadonlyMap<string, KnownLabels>}
 */
export function listKnownSeries({
  METRIC_CATALOGUE,
  prometheusName,
  prometheusLabel,
  attributeValues,
}) {
  /** @type {Map<string, KnownLabels>} */
  const known = new Map();
  for (const definition of METRIC_CATALOGUE) {
    /** @type {Map<string, readonly string[] | undefined>} */
    const labels = new Map(TARGET_LABELS.map((label) => [label, undefined]));
    for (const attribute of definition.attributes) {
      const isOpen = 'extendedBy' in attribute || 'ledger' in attribute;
      labels.set(prometheusLabel(attribute.key), isOpen ? undefined : attributeValues(attribute));
    }
    const name = prometheusName(definition);
    if (definition.kind !== 'histogram') known.set(name, labels);
    else {
      for (const suffix of HISTOGRAM_SERIES) {
        const own = suffix === '_bucket' ? new Map(labels).set('le', undefined) : labels;
        known.set(name + suffix, own);
      }
    }
  }
  for (const [name, labels] of Object.entries(FOREIGN_SERIES)) {
    known.set(name, new Map([...TARGET_LABELS, ...labels].map((label) => [label, undefined])));
  }
  return known;
}
