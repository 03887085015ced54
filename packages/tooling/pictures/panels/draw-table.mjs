import { formatValue } from '../format-value.mjs';
import { limitColour } from '../frames.mjs';
import { LOOK } from '../look.mjs';
import { element, label, pixel, shorten } from '../svg.mjs';
import { drawNothing } from './draw-nothing.mjs';

/** @typedef {import('../../grafana/read-dashboard.mjs').Panel} Panel */

const SIZE = 10.5;
const LINE = 18;

/**
 * A table of the values at the end of the range.
 * @param {import('./draw-panel.mjs').PanelContext} context
 * @param {import('../frames.mjs').Frame[]} _frames
 * @param {import('../svg.mjs').Box} box
 */
export function drawTable({ panel, answers }, _frames, box) {
  const columns = columnsOf(panel);
  const rows = rowsOf(panel, answers, columns);
  if (rows.length === 0) return drawNothing(panel, box);
  const width = box.w / columns.length;
  const fitting = Math.floor(box.h / LINE) - 1;
  const place = (
    /** @type {number} */ column,
    /** @type {number} */ line,
    /** @type {boolean} */ isNumber,
  ) => ({
    x: box.x + (isNumber ? (column + 1) * width - 8 : column * width),
    y: box.y + (line + 0.7) * LINE,
    size: SIZE,
    anchor: isNumber ? /** @type {const} */ ('end') : undefined,
  });
  const line = element('path', {
    d: `M${pixel(box.x)} ${pixel(box.y + LINE)}h${pixel(box.w)}`,
    stroke: LOOK.border,
  });
  const head = columns.map(({ title, refId }, index) =>
    label(title, {
      ...definedPlace(place(index, 0, refId !== undefined)),
      fill: '#6e9fff',
      weight: 600,
    }),
  );
  const cells = rows.slice(0, fitting).flatMap((row, line) =>
    columns.map((column, index) => {
      const value = row.get(column.field);
      if (value === undefined) return '';
      const at = definedPlace(place(index, line + 1, column.refId !== undefined));
      if (typeof value === 'string') {
        return label(shorten(value, SIZE, width - 8), { ...at, fill: LOOK.text });
      }
      const fill = column.steps === undefined ? LOOK.text : limitColour(column.steps, value);
      return label(formatValue(value, column.unit, column.decimals), { ...at, fill });
    }),
  );
  return [line, ...head, ...cells].join('');
}

/**
 * @template {{ anchor: 'end' | undefined }} T
 * @param {T} place
 * @returns {Omit<T, 'anchor'> & { anchor?: 'end' }}
 */
function definedPlace({ anchor, ...place }) {
  return anchor === undefined ? place : { ...place, anchor };
}

/** @typedef {{ field: string, title: string, refId: string | undefined, unit: string, decimals: number | undefined, steps: { value: number | null, color: string }[] | undefined }} Column */

/**
 * @param {Panel} panel
 * @returns {Column[]}
 */
function columnsOf({ transformations = [], fieldConfig, targets = [] }) {
  /** @type {Record<string, string>} */
  const titles = transformations.find(({ id }) => id === 'organize')?.options.renameByName ?? {};
  return Object.entries(titles).map(([field, title]) => {
    const properties =
      fieldConfig?.overrides.find(({ matcher }) => matcher.options === title)?.properties ?? [];
    const property = (/** @type {string} */ wanted) =>
      properties.find(({ id }) => id === wanted)?.value;
    const refId = field === 'Value' ? targets[0]?.refId : /^Value #(\w)$/.exec(field)?.[1];
    return {
      field,
      title,
      refId,
      unit: property('unit') ?? 'none',
      decimals: property('decimals'),
      steps: property('thresholds')?.steps,
    };
  });
}

/**
 * One row for each combination of labels, those with the most on top.
 * @param {Panel} panel
 * @param {import('../answers.mjs').DashboardAnswers} answers
 * @param {Column[]} columns
 * @returns {Map<string, string | number>[]}
 */
function rowsOf({ id }, { panels }, columns) {
  /** @type {Map<string, Map<string, string | number>>} */
  const rows = new Map();
  for (const { field, refId } of columns) {
    if (refId === undefined) continue;
    for (const { labels, points } of panels[`${id} ${refId}`] ?? []) {
      const key = JSON.stringify(Object.entries(labels).sort());
      const row = rows.get(key) ?? new Map(Object.entries(labels));
      rows.set(key, row.set(field, points[0]?.[1] ?? 0));
    }
  }
  const first = columns.find(({ refId }) => refId !== undefined)?.field ?? '';
  return [...rows.values()].sort((a, b) => Number(b.get(first) ?? 0) - Number(a.get(first) ?? 0));
}
