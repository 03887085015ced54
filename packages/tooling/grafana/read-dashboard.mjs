/**
 * What the checks and pictures need of a dashboard in the classic model of Grafana.
 * @typedef {object} Dashboard
 * @property {string} uid
 * @property {string} title
 * @property {Panel[]} panels
 * @property {{ list: Variable[] }} templating
 * @property {{ list: Annotation[] }} annotations
 */

/**
 * @typedef {object} Panel
 * @property {number} id
 * @property {string} type
 * @property {string} title
 * @property {string} [description]
 * @property {{ x: number, y: number, w: number, h: number }} gridPos
 * @property {boolean} [collapsed]
 * @property {Panel[]} [panels] of a row that is closed
 * @property {{ refId: string, expr: string, legendFormat?: string, instant?: boolean, format?: string }[]} [targets]
 * @property {{ title: string, url: string }[]} [links]
 * @property {{ id: string, options: any }[]} [transformations]
 * @property {any} [options]
 * @property {{ defaults: FieldConfig, overrides: Override[] }} [fieldConfig]
 */

/**
 * @typedef {object} FieldConfig
 * @property {string} [unit]
 * @property {number} [decimals]
 * @property {number} [min]
 * @property {number} [max]
 * @property {string} [noValue]
 * @property {{ type: string, options: any }[]} [mappings]
 * @property {{ steps: { value: number | null, color: string }[] }} [thresholds]
 * @property {{ mode: string, fixedColor?: string }} [color]
 * @property {any} [custom]
 */

/** @typedef {{ matcher: { id: string, options: string }, properties: { id: string, value: any }[] }} Override */
/** @typedef {{ name: string, type: string, query?: string, definition?: string }} Variable */
/** @typedef {{ name: string, expr?: string, iconColor: string }} Annotation */

/** @typedef {{ where: string, expr: string, isInstant: boolean }} ListedQuery a query, asked at the end of the range or over it */

/**
 * All panels with contents, those of closed rows too.
 * @param {Dashboard} dashboard
 * @returns {Panel[]}
 */
export function listPanels({ panels }) {
  return panels.flatMap((panel) => (panel.type === 'row' ? (panel.panels ?? []) : [panel]));
}

/**
 * Rows and panels, those of closed rows too.
 * @param {Dashboard} dashboard
 * @returns {Panel[]}
 */
export function listEverything({ panels }) {
  return panels.flatMap((panel) => [panel, ...(panel.panels ?? [])]);
}

/**
 * Every query, with where it stands.
 * @param {Dashboard} dashboard
 * @returns {ListedQuery[]}
 */
export function listQueries(dashboard) {
  return [
    ...listPanels(dashboard).flatMap(({ title, targets = [] }) =>
      targets.map(({ expr, instant = false }) => ({
        where: `panel "${title}"`,
        expr,
        isInstant: instant,
      })),
    ),
    ...dashboard.annotations.list.map(({ name, expr = '' }) => ({
      where: `annotation "${name}"`,
      expr,
      isInstant: false,
    })),
  ];
}

/**
 * What the variables ask for, as queries of the same series and label.
 * @param {Dashboard} dashboard
 * @returns {ListedQuery[]}
 */
export function listVariableQueries({ templating }) {
  return templating.list.flatMap(({ name, type, query = '' }) => {
    const [, series, label] = /^label_values\((.*), (\w+)\)$/.exec(query) ?? [];
    if (type !== 'query') return [];
    const expr = `count by (${label}) (${series})`;
    return [{ where: `variable "${name}"`, expr, isInstant: true }];
  });
}

/**
 * Every object and value anywhere in some JSON, each with its key.
 * @param {unknown} value
 * @param {string} [key]
 * @returns {Generator<{ key: string, value: unknown }>}
 */
export function* walkJson(value, key = '') {
  yield { key, value };
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) yield* walkJson(inner, name);
}
