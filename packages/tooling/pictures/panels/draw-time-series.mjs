import { formatTick, sizeOfUnit } from '../format-value.mjs';
import { colourOf, LOOK } from '../look.mjs';
import { clock, timeScale, verticalScale, within } from '../scales.mjs';
import { element, label, pixel, polyline, simplify, widthOf } from '../svg.mjs';
import { drawLegend, legendHeight } from './draw-legend.mjs';
import { drawNothing } from './draw-nothing.mjs';

/** @typedef {import('../frames.mjs').Frame} Frame */
/** @typedef {import('../svg.mjs').Box} Box */
/** @typedef {import('./draw-panel.mjs').PanelContext} PanelContext */

const AXIS_SIZE = 9;
const AXIS_HEIGHT = 14;
const TICKS = { y: 4, x: 5 };

/**
 * Lines, areas or bars over time, with the limits and the marks of the dashboard.
 * @param {PanelContext} context
 * @param {Frame[]} frames
 * @param {Box} box
 */
export function drawTimeSeries({ panel, range, marks }, frames, box) {
  /** @type {import('../../grafana/read-dashboard.mjs').FieldConfig} */
  const defaults = panel.fieldConfig?.defaults ?? {};
  const { custom = {}, unit = 'none' } = defaults;
  if (frames.length === 0) return drawNothing(panel, box);
  const isStacked = custom.stacking?.mode === 'normal';
  const drawn = isStacked ? stack(frames) : frames.map((frame) => ({ ...frame, below: undefined }));
  const values = drawn.flatMap(({ points }) => points.map(([, value]) => value));
  const low = Math.min(custom.axisSoftMin ?? Infinity, ...values);
  const high = Math.max(custom.axisSoftMax ?? -Infinity, defaults.max ?? -Infinity, ...values);
  const below = legendHeight(frames, box.w);
  const plot = { ...box, y: box.y + 4, h: box.h - AXIS_HEIGHT - below - 4 };
  const y = verticalScale(low, high, plot, TICKS.y, sizeOfUnit(high, unit));
  const names = y.ticks.map((tick) => formatTick(tick, unit));
  const margin = Math.max(...names.map((name) => widthOf(name, AXIS_SIZE))) + 6;
  plot.x += margin;
  plot.w -= margin;
  const x = timeScale(range, plot, TICKS.x);
  const grid = y.ticks.map((tick, index) => {
    const at = y.at(tick);
    const line = element('path', { d: `M${pixel(plot.x)} ${pixel(at)}h${pixel(plot.w)}` });
    const name = label(names[index] ?? '', { x: plot.x - 5, y: at + 3, anchor: 'end' });
    return { line, name };
  });
  const times = x.ticks.map((tick) =>
    label(clock(tick), { x: within(x.at(tick), plot), y: plot.y + plot.h + 11, anchor: 'middle' }),
  );
  const series = drawn.map((frame) =>
    custom.drawStyle === 'bars'
      ? drawBars(frame, x, y, plot.w / ((range.end - range.start) / range.step))
      : drawLine(frame, x, y, range.step, custom),
  );
  const steps = custom.thresholdsStyle === undefined ? [] : (defaults.thresholds?.steps ?? []);
  const limits = steps.flatMap(({ value, color }) =>
    value === null || value < y.low || value > y.high
      ? []
      : [
          element('path', {
            d: `M${pixel(plot.x)} ${pixel(y.at(value))}h${pixel(plot.w)}`,
            stroke: colourOf(color),
            'stroke-dasharray': '6 4',
          }),
        ],
  );
  return [
    element('g', { stroke: LOOK.grid }, grid.map(({ line }) => line).join('')),
    element(
      'g',
      { fill: LOOK.quiet, 'font-size': AXIS_SIZE },
      [...grid.map(({ name }) => name), ...times].join(''),
    ),
    drawMarks(marks, x, plot),
    element('g', { fill: 'none', 'stroke-width': '1.3' }, [...series, ...limits].join('')),
    drawLegend(frames, { ...box, y: box.y + box.h - below + 3, h: below }),
  ].join('');
}

/**
 * Each on top of those before it.
 * @param {Frame[]} frames
 */
function stack(frames) {
  /** @type {Map<number, number>} */
  const sums = new Map();
  return frames.map((frame) => {
    const below = new Map(sums);
    const points = frame.points.map(([at, value]) => {
      sums.set(at, (sums.get(at) ?? 0) + value);
      return /** @type {[number, number]} */ ([at, sums.get(at) ?? 0]);
    });
    return { ...frame, points, below };
  });
}

/**
 * @param {Frame & { below: Map<number, number> | undefined }} frame
 * @param {import('../scales.mjs').Scale} x
 * @param {import('../scales.mjs').Scale} y
 * @param {number} step
 * @param {{ lineInterpolation?: string }} custom
 */
function drawLine({ points, colour, below }, x, y, step, { lineInterpolation }) {
  const isStepped = lineInterpolation === 'stepAfter';
  const parts = splitAtGaps(points, step).map((part) =>
    part.map(([at, value]) => /** @type {const} */ ([x.at(at), y.at(value)])),
  );
  const line = element('path', {
    d: parts.map((part) => polyline(isStepped ? addCorners(part) : simplify(part))).join(''),
    stroke: colour,
  });
  if (below === undefined) return line;
  const areas = splitAtGaps(points, step).map((part) => {
    const top = part.map(([at, value]) => /** @type {const} */ ([x.at(at), y.at(value)]));
    const bottom = part.map(([at]) => /** @type {const} */ ([x.at(at), y.at(below.get(at) ?? 0)]));
    return `${polyline([...simplify(top), ...simplify(bottom).toReversed()])}z`;
  });
  return element('path', { d: areas.join(''), fill: colour, 'fill-opacity': '.6' }) + line;
}

/**
 * The points in pieces without a gap.
 * @param {readonly [number, number][]} points
 * @param {number} step
 */
function splitAtGaps(points, step) {
  /** @type {[number, number][][]} */
  const pieces = [];
  for (const point of points) {
    const last = pieces.at(-1);
    const before = last?.at(-1)?.[0] ?? -Infinity;
    if (last === undefined || point[0] - before > step * 1.5) pieces.push([point]);
    else last.push(point);
  }
  return pieces;
}

/**
 * Each value holds until the next.
 * @param {readonly (readonly [number, number])[]} points
 */
function addCorners(points) {
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    return before === undefined ? [point] : [/** @type {const} */ ([point[0], before[1]]), point];
  });
}

/**
 * @param {Frame & { below: Map<number, number> | undefined }} frame
 * @param {import('../scales.mjs').Scale} x
 * @param {import('../scales.mjs').Scale} y
 * @param {number} width
 */
function drawBars({ points, colour, below }, x, y, width) {
  const bars = points
    .filter(([at, value]) => value > (below?.get(at) ?? 0))
    .map(([at, value]) => {
      const height = y.at(below?.get(at) ?? 0) - y.at(value);
      return `M${pixel(x.at(at) - width * 0.4)} ${pixel(y.at(value))}h${pixel(width * 0.8)}v${pixel(height)}h-${pixel(width * 0.8)}z`;
    });
  return element('path', { d: bars.join(''), fill: colour, 'fill-opacity': '.8' });
}

/**
 * @param {PanelContext['marks']} marks
 * @param {import('../scales.mjs').Scale} x
 * @param {Box} plot
 */
function drawMarks(marks, x, plot) {
  return marks
    .map(({ start, end, colour }) =>
      end > start
        ? element('rect', {
            x: x.at(start),
            y: plot.y,
            width: Math.max(x.at(end) - x.at(start), 1),
            height: plot.h,
            fill: colour,
            'fill-opacity': '.07',
          })
        : element('path', {
            d: `M${pixel(x.at(start))} ${pixel(plot.y)}v${pixel(plot.h)}`,
            stroke: colour,
            'stroke-dasharray': '2 3',
            'stroke-opacity': '.5',
          }),
    )
    .join('');
}
