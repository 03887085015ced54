import { formatValue } from '../format-value.mjs';
import { lastValue, limitColour } from '../frames.mjs';
import { colourOf, LOOK } from '../look.mjs';
import { timeScale, verticalScale } from '../scales.mjs';
import { element, label, polyline, simplify, widthOf } from '../svg.mjs';
import { drawNothing } from './draw-nothing.mjs';

/** @typedef {import('../frames.mjs').Frame} Frame */
/** @typedef {import('../svg.mjs').Box} Box */

const MOST_SIZE = 28;

/**
 * Large values over their course, side by side.
 * @param {import('./draw-panel.mjs').PanelContext} context
 * @param {Frame[]} frames
 * @param {Box} box
 */
export function drawStat({ panel, range }, frames, box) {
  if (frames.length === 0) return drawNothing(panel, box);
  const width = box.w / frames.length;
  return frames
    .map((frame, index) => {
      const cell = { ...box, x: box.x + index * width, w: width - 4 };
      return drawCell(panel, range, frame, cell, frames.length > 1);
    })
    .join('');
}

/**
 * @param {import('../../grafana/read-dashboard.mjs').Panel} panel
 * @param {import('../answers.mjs').TimeRange} range
 * @param {Frame} frame
 * @param {Box} box
 * @param {boolean} isNamed
 */
function drawCell({ fieldConfig, options }, range, frame, box, isNamed) {
  const { unit = 'none', decimals, thresholds, color } = fieldConfig?.defaults ?? {};
  const value = lastValue(frame);
  const colour =
    color?.mode === 'fixed'
      ? colourOf(color.fixedColor ?? 'text')
      : limitColour(thresholds?.steps ?? [], value);
  const text = formatValue(value, unit, decimals);
  const size = Math.min(MOST_SIZE, (box.w / widthOf(text, 1)) * 0.9);
  const middle = box.x + box.w / 2;
  const y = box.y + box.h / 2;
  return [
    options?.graphMode === 'area' && frame.points.length > 1
      ? drawCourse(frame, range, box, colour)
      : '',
    isNamed
      ? label(frame.name, { x: middle, y: y - 10, anchor: 'middle', size: 10, fill: LOOK.quiet })
      : '',
    label(text, {
      x: middle,
      y: y + (isNamed ? 16 : size / 3),
      anchor: 'middle',
      size,
      fill: colour,
      weight: 500,
    }),
  ].join('');
}

/**
 * @param {Frame} frame
 * @param {import('../answers.mjs').TimeRange} range
 * @param {Box} box
 * @param {string} colour
 */
function drawCourse({ points }, range, box, colour) {
  const values = points.map(([, value]) => value);
  const plot = { ...box, y: box.y + box.h * 0.55, h: box.h * 0.45 };
  const x = timeScale(range, plot, 1);
  const y = verticalScale(Math.min(0, ...values), Math.max(...values), plot, 2);
  const [first = [range.start, 0]] = points;
  const last = points.at(-1) ?? first;
  const bottom = plot.y + plot.h;
  const area = [
    /** @type {const} */ ([x.at(first[0]), bottom]),
    ...simplify(points.map(([at, value]) => /** @type {const} */ ([x.at(at), y.at(value)]))),
    /** @type {const} */ ([x.at(last[0]), bottom]),
  ];
  return element('path', { d: `${polyline(area)}z`, fill: colour, 'fill-opacity': '.22' });
}
