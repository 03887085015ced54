import { code, headingAnchor, renderTable } from './markdown.mjs';
import { nameKind, renderMetricSection } from './render-metric-section.mjs';
import { SERIES_CASES, countAttributeSets, countSeriesPerSet } from './series-arithmetic.mjs';

/** @typedef {import('../workspace/load-conventions.mjs').Conventions} Conventions */
/** @typedef {import('../../core/dist/conventions/index.js').MetricDefinition} MetricDefinition */

const INTRODUCTION = `# Metrics

Every metric that Authmeter records. This page is generated from the catalogue in \`packages/core/src/conventions\`
by \`pnpm run docs\`.

- The **metric** is the name of the OpenTelemetry instrument; the **Prometheus** name is the same whether the
  series is scraped or pushed over OTLP. A histogram adds \`_bucket\`, \`_sum\` and \`_count\` to it. The option
  \`namespace\` puts a word in front of both.
- An attribute that does not apply is absent, never empty: a success has no \`reason\` and no \`error.type\`.
- Every attribute is bounded: by a fixed list, by a list in the options, or by a ledger that gives a series of
  their own to the most active sources and accounts only.
- **At most** counts the attribute sets that one process can ever export, with 100 sources and 100 accounts in the
  ledgers (the default): once with default options, once with 5 values declared in each list of the options.
- What **starts at zero** is exported before anything happens, so that \`increase()\` and \`rate()\` see the first
  event. Everything else appears with its first event.`;

/**
 * @param {Conventions} conventions
 * @param {MetricDefinition} definition
 */
function renderRow(conventions, definition) {
  const { name, kind, unit, attributes } = definition;
  return [
    `[${code(name)}](#${headingAnchor(name)})`,
    code(conventions.prometheusName(definition)),
    nameKind(kind),
    code(unit),
    attributes.map(({ key }) => code(key)).join(', ') || 'none',
    ...SERIES_CASES.map((seriesCase) => countAttributeSets(conventions, definition, seriesCase)),
  ];
}

/** @param {Conventions} conventions */
function renderSum(conventions) {
  const definitions = /** @type {readonly MetricDefinition[]} */ (conventions.METRIC_CATALOGUE);
  const rows = SERIES_CASES.map((seriesCase) => {
    const counts = definitions.map((definition) => {
      const sets = countAttributeSets(conventions, definition, seriesCase);
      return { sets, series: sets * countSeriesPerSet(definition) };
    });
    return [
      seriesCase.title,
      counts.reduce((sum, { sets }) => sum + sets, 0),
      counts.reduce((sum, { series }) => sum + series, 0),
    ];
  });
  return `## The sum

All ${definitions.length} metrics together, for one process that has used every feature with every value. Real services use a
few methods, meet a few reasons, and stay far below it.

${renderTable(['Options', 'Attribute sets', 'Prometheus series'], rows)}`;
}

/**
 * The reference page of all metrics.
 * @param {Conventions} conventions
 * @returns {string} Markdown
 */
export function renderMetrics(conventions) {
  const definitions = /** @type {readonly MetricDefinition[]} */ (conventions.METRIC_CATALOGUE);
  const head = [
    'Metric',
    'Prometheus',
    'Kind',
    'Unit',
    'Attributes',
    'At most, default options',
    'At most, 5 declared values',
  ];
  return [
    INTRODUCTION,
    '## All metrics',
    renderTable(
      head,
      definitions.map((definition) => renderRow(conventions, definition)),
    ),
    '## One by one',
    ...definitions.map((definition) => renderMetricSection(conventions, definition)),
    renderSum(conventions),
  ].join('\n\n');
}
