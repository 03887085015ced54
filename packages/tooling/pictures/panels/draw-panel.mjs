import { framesOf } from '../frames.mjs';
import { LOOK } from '../look.mjs';
import { element, label, shorten } from '../svg.mjs';
import { drawBarGauge } from './draw-bar-gauge.mjs';
import { drawHeatmap } from './draw-heatmap.mjs';
import { drawStat } from './draw-stat.mjs';
import { drawStateTimeline } from './draw-state-timeline.mjs';
import { drawTable } from './draw-table.mjs';
import { drawText } from './draw-text.mjs';
import { drawTimeSeries } from './draw-time-series.mjs';

/** @typedef {import('../../grafana/read-dashboard.mjs').Panel} Panel */
/** @typedef {import('../frames.mjs').Frame} Frame */
/** @typedef {import('../svg.mjs').Box} Box */

/**
 * What a panel is drawn from.
 * @typedef {object} PanelContext
 * @property {Panel} panel
 * @property {import('../answers.mjs').DashboardAnswers} answers
 * @property {import('../answers.mjs').TimeRange} range
 * @property {{ start: number, end: number, colour: string }[]} marks on every time axis
 */

const TITLE_HEIGHT = 24;
const PADDING = 9;
const TITLE_SIZE = 12;

/** @type {Record<string, (context: PanelContext, frames: Frame[], box: Box) => string>} */
const DRAWERS = {
  timeseries: drawTimeSeries,
  stat: drawStat,
  bargauge: drawBarGauge,
  table: drawTable,
  heatmap: drawHeatmap,
  'state-timeline': drawStateTimeline,
  text: drawText,
};

/**
 * A panel with its frame and title.
 * @param {PanelContext} context
 * @param {Box} box
 * @param {Record<string, string>} variables for titles
 */
export function drawPanel(context, box, variables) {
  const { panel, answers } = context;
  const draw = DRAWERS[panel.type];
  if (draw === undefined) throw new Error(`nobody can draw a ${panel.type}`);
  const inside = {
    x: box.x + PADDING,
    y: box.y + TITLE_HEIGHT,
    w: box.w - 2 * PADDING,
    h: box.h - TITLE_HEIGHT - PADDING,
  };
  const title = panel.title.replaceAll(/\$(\w+)/g, (whole, name) => variables[name] ?? whole);
  return [
    element('rect', {
      x: box.x + 0.5,
      y: box.y + 0.5,
      width: box.w - 1,
      height: box.h - 1,
      rx: 3,
      fill: LOOK.panel,
      stroke: LOOK.border,
    }),
    label(shorten(title, TITLE_SIZE, inside.w), {
      x: inside.x,
      y: box.y + 16,
      size: TITLE_SIZE,
      weight: 500,
      fill: LOOK.text,
    }),
    draw(context, framesOf(panel, answers), inside),
  ].join('');
}
