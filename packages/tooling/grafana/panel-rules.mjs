import { listEverything, listPanels, walkJson } from './read-dashboard.mjs';

/** @typedef {import('./read-dashboard.mjs').Dashboard} Dashboard */

/** Panel types that every Grafana has. */
const CORE_TYPES = [
  'bargauge',
  'heatmap',
  'row',
  'stat',
  'state-timeline',
  'table',
  'text',
  'timeseries',
];
const COLUMNS = 24;
const DATASOURCE_VARIABLE = '${datasource}';

/**
 * Panels that do not say what they are.
 * @param {Dashboard} dashboard
 */
export function findUnexplained(dashboard) {
  return listPanels(dashboard).flatMap(({ id, title, description = '' }) => [
    ...(title === '' ? [`panel ${id} has no title`] : []),
    ...(description.trim() === '' ? [`panel "${title}" has no description`] : []),
  ]);
}

/**
 * Panels with values and no unit.
 * @param {Dashboard} dashboard
 */
export function findUnitless(dashboard) {
  return listPanels(dashboard)
    .filter(({ targets }) => targets !== undefined)
    .filter(({ fieldConfig }) => (fieldConfig?.defaults.unit ?? '') === '')
    .map(({ title }) => `panel "${title}" has no unit`);
}

/**
 * Panel types that a Grafana may lack.
 * @param {Dashboard} dashboard
 */
export function findForeignTypes(dashboard) {
  return listEverything(dashboard)
    .filter(({ type }) => !CORE_TYPES.includes(type))
    .map(({ title, type }) => `panel "${title}" is a ${type}, which not every Grafana has`);
}

/**
 * Data sources other than the one that is chosen at the top, and panels with none.
 * @param {Dashboard} dashboard
 */
export function findForeignSources(dashboard) {
  const named = [...walkJson(dashboard)]
    .filter(({ key }) => key === 'datasource')
    .map(({ value }) => /** @type {{ uid?: string }} */ (value).uid)
    .filter((uid) => uid !== DATASOURCE_VARIABLE)
    .map((uid) => `names the data source ${uid}`);
  const sourceless = listPanels(dashboard)
    .filter((panel) => panel.targets?.some((target) => !('datasource' in target)))
    .map(({ title }) => `a query of "${title}" has no data source`);
  return [...named, ...sourceless];
}

/**
 * Numbers that two panels share.
 * @param {Dashboard} dashboard
 */
export function findSharedIds(dashboard) {
  const ids = listEverything(dashboard).map(({ id }) => id);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map(
    (id) => `several panels have the number ${id}`,
  );
}

/**
 * Panels that lie over each other, or beyond the grid.
 * @param {Dashboard} dashboard
 */
export function findOverlaps(dashboard) {
  // What lies in a closed row is over what follows it, until the row is opened.
  const layers = [dashboard.panels, ...dashboard.panels.map(({ panels = [] }) => panels)];
  const beyond = listEverything(dashboard)
    .filter(({ gridPos: { x, w } }) => x < 0 || x + w > COLUMNS)
    .map(({ title }) => `panel "${title}" is beyond the grid`);
  const over = layers.flatMap((layer) =>
    layer.flatMap((one, index) =>
      layer
        .slice(index + 1)
        .filter((other) => overlap(one.gridPos, other.gridPos))
        .map((other) => `panel "${other.title}" lies over "${one.title}"`),
    ),
  );
  return [...beyond, ...over];
}

/**
 * @param {import('./read-dashboard.mjs').Panel['gridPos']} a
 * @param {import('./read-dashboard.mjs').Panel['gridPos']} b
 */
function overlap(a, b) {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/**
 * Places where nothing is made to look like zero.
 * @param {Dashboard} dashboard
 */
export function findHiddenGaps(dashboard) {
  return listPanels(dashboard).flatMap(({ title, fieldConfig, targets = [] }) => {
    const { mappings = [], noValue = '' } = fieldConfig?.defaults ?? {};
    return [
      ...(mappings.some(({ type }) => type === 'special')
        ? [`panel "${title}" gives nothing a value`]
        : []),
      ...(/^0/.test(noValue) ? [`panel "${title}" shows nothing as ${noValue}`] : []),
      ...(targets.some(({ expr }) => /\bvector\s*\(/.test(expr))
        ? [`a query of "${title}" makes a value where there is none`]
        : []),
    ];
  });
}
