import { colourOf, FONT, LOOK } from './look.mjs';
import { drawPanel } from './panels/draw-panel.mjs';
import { clock } from './scales.mjs';
import { element, label, widthOf } from './svg.mjs';

/** @typedef {import('../grafana/read-dashboard.mjs').Dashboard} Dashboard */
/** @typedef {import('./answers.mjs').DashboardAnswers} DashboardAnswers */
/** @typedef {import('./answers.mjs').TimeRange} TimeRange */

const WIDTH = 1200;
const MARGIN = 12;
const GAP = 6;
/** Pixels of one row of the grid. */
const ROW_HEIGHT = 26;
const HEAD_HEIGHT = 62;
const FOOT_HEIGHT = 26;
const COLUMNS = 24;

/** What every picture says of itself. */
const DISCLAIMER =
  "Drawn by Authmeter's own renderer from this dashboard's file and the answers of a real Prometheus. Grafana looks a little different.";

/**
 * A picture of a dashboard.
 * @param {Dashboard} dashboard
 * @param {DashboardAnswers} answers
 * @param {TimeRange} range
 * @param {Record<string, string>} variables
 * @returns {string} SVG
 */
export function drawDashboard(dashboard, answers, range, variables) {
  const marks = listMarks(dashboard, answers, range.step);
  const column = (WIDTH - 2 * MARGIN) / COLUMNS;
  const bottom = Math.max(...dashboard.panels.map(({ gridPos: { y, h } }) => y + h));
  const height = HEAD_HEIGHT + bottom * ROW_HEIGHT + FOOT_HEIGHT;
  const panels = dashboard.panels.map((panel) => {
    const { x, y, w, h } = panel.gridPos;
    const box = {
      x: MARGIN + x * column + GAP / 2,
      y: HEAD_HEIGHT + y * ROW_HEIGHT + GAP / 2,
      w: w * column - GAP,
      h: h * ROW_HEIGHT - GAP,
    };
    if (panel.type !== 'row') return drawPanel({ panel, answers, range, marks }, box, variables);
    const more = panel.collapsed === true ? `  (${panel.panels?.length} panels, closed)` : '';
    return label(`${panel.collapsed === true ? '›' : '⌄'} ${panel.title}${more}`, {
      x: box.x + 2,
      y: box.y + 16,
      size: 14,
      weight: 600,
      fill: LOOK.text,
    });
  });
  const foot = label(DISCLAIMER, { x: MARGIN, y: height - 9, size: 11, fill: LOOK.quiet });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="${FONT}">
<title>${dashboard.title}</title>
${element('rect', { width: WIDTH, height, fill: LOOK.page })}
${drawHead(dashboard, range, variables)}
${panels.join('\n')}
${foot}
</svg>
`;
}

/**
 * Title, variables, range, and the marks that can be switched.
 * @param {Dashboard} dashboard
 * @param {TimeRange} range
 * @param {Record<string, string>} variables
 */
function drawHead({ title, templating, annotations }, { start, end }, variables) {
  let x = MARGIN + 2;
  const boxes = [
    ...templating.list.map(({ name }) => [name, chosenValue(variables[name])]),
    ...annotations.list.map(({ name }) => [name, '●']),
  ].map(([name = '', value = '']) => {
    const mark = annotations.list.find((annotation) => annotation.name === name);
    const width = widthOf(`${name}  ${value}`, 11) + 14;
    const drawn = [
      element('rect', {
        x,
        y: 32,
        width,
        height: 20,
        rx: 2,
        fill: LOOK.panel,
        stroke: LOOK.border,
      }),
      label(name, { x: x + 6, y: 46, size: 11, fill: LOOK.quiet }),
      label(value, {
        x: x + width - 6,
        y: 46,
        size: 11,
        anchor: 'end',
        fill: mark === undefined ? LOOK.text : colourOf(mark.iconColor),
      }),
    ].join('');
    x += width + 6;
    return drawn;
  });
  const time = `${clock(start)} to ${clock(end)} UTC`;
  return [
    label(title, { x: MARGIN + 2, y: 21, size: 16, weight: 600, fill: LOOK.text }),
    label(time, { x: WIDTH - MARGIN - 2, y: 21, size: 12, anchor: 'end', fill: LOOK.quiet }),
    ...boxes,
  ].join('');
}

/**
 * What the control of a variable shows.
 * @param {string | undefined} value
 */
function chosenValue(value = '') {
  return value === '.+' || value === '.*' ? 'All' : value || '–';
}

/**
 * Where the annotations have a value: as spans of time, or as moments. Those at the same time are one mark.
 * @param {Dashboard} dashboard
 * @param {DashboardAnswers} answers
 * @param {number} step
 */
function listMarks({ annotations }, answers, step) {
  return annotations.list.flatMap(({ name, iconColor }) => {
    const times = new Set(
      (answers.annotations[name] ?? []).flatMap(({ points }) =>
        points.filter(([, value]) => value !== 0).map(([at]) => at),
      ),
    );
    /** @type {{ start: number, end: number, colour: string }[]} */
    const spans = [];
    for (const at of [...times].sort((a, b) => a - b)) {
      const last = spans.at(-1);
      if (last !== undefined && at - last.end <= step * 1.5) last.end = at;
      else spans.push({ start: at, end: at, colour: colourOf(iconColor) });
    }
    return spans;
  });
}
