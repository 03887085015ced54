import { formatValue } from '../format-value.mjs';
import { LOOK } from '../look.mjs';
import { clock, timeScale, within } from '../scales.mjs';
import { element, label, pixel, shorten, widthOf } from '../svg.mjs';
import { drawNothing } from './draw-nothing.mjs';

/** @typedef {import('../frames.mjs').Frame} Frame */

const SIZE = 9;
const AXIS_HEIGHT = 16;
/** Cells from left to right; more could not be told apart. */
const MOST_COLUMNS = 60;
const COLOURS = ['#3d2410', '#6b3a12', '#a04d0e', '#d8670c', '#f58b33', '#fbb678', '#fee3c8'];

/**
 * Counts by row and time.
 * @param {import('./draw-panel.mjs').PanelContext} context
 * @param {Frame[]} frames
 * @param {import('../svg.mjs').Box} box
 */
export function drawHeatmap({ panel, range }, frames, box) {
  if (frames.length === 0) return drawNothing(panel, box);
  const isBuckets = panel.targets?.[0]?.format === 'heatmap';
  const unit = panel.options?.yAxis?.unit ?? 'none';
  const rows = isBuckets
    ? bucketRows(frames, unit)
    : frames.toSorted((a, b) => b.name.localeCompare(a.name));
  const margin = Math.min(Math.max(...rows.map(({ name }) => widthOf(name, SIZE))) + 8, box.w / 4);
  const plot = { x: box.x + margin, y: box.y, w: box.w - margin, h: box.h - AXIS_HEIGHT };
  const x = timeScale(range, plot, 6);
  const seconds = Math.max(range.step, Math.ceil((range.end - range.start) / MOST_COLUMNS));
  const width = (plot.w * seconds) / (range.end - range.start);
  const height = plot.h / rows.length;
  const cells = rows.map(({ points }) => sumByTime(points, range.start, seconds));
  const most = Math.max(...cells.flatMap((row) => [...row.values()]));
  /** @type {Map<string, string[]>} */
  const paths = new Map();
  for (const [index, row] of cells.entries()) {
    const y = plot.y + plot.h - (index + 1) * height;
    for (const [column, value] of row) {
      if (value <= 0) continue;
      // Rare things must show beside frequent ones.
      const colour =
        COLOURS[
          Math.min(Math.floor(Math.sqrt(value / most) * COLOURS.length), COLOURS.length - 1)
        ] ?? '';
      const left = plot.x + column * width;
      const cell = `M${pixel(left)} ${pixel(y)}h${pixel(Math.min(width, plot.x + plot.w - left) - 1)}v${pixel(height - 1)}H${pixel(left)}z`;
      paths.set(colour, [...(paths.get(colour) ?? []), cell]);
    }
  }
  const names = rows.map(({ name }, index) =>
    label(shorten(name, SIZE, margin), {
      x: plot.x - 5,
      y: plot.y + plot.h - (index + 0.5) * height + 3,
      anchor: 'end',
    }),
  );
  const times = x.ticks.map((tick) =>
    label(clock(tick), { x: within(x.at(tick), plot), y: plot.y + plot.h + 12, anchor: 'middle' }),
  );
  return [
    ...[...paths].map(([fill, cells]) => element('path', { d: cells.join(''), fill })),
    element('g', { fill: LOOK.quiet, 'font-size': SIZE }, [...names, ...times].join('')),
  ].join('');
}

/**
 * A bucket holds what the one below it does not; those that stayed empty at both ends are left out.
 * @param {Frame[]} frames
 * @param {string} unit
 */
function bucketRows(frames, unit) {
  const bound = (/** @type {Frame} */ { labels }) =>
    Number((labels['le'] ?? '').replace('+Inf', 'Infinity'));
  const rising = frames.toSorted((a, b) => bound(a) - bound(b));
  const rows = rising.map((frame, index) => {
    const below = new Map(rising[index - 1]?.points ?? []);
    return {
      name: bound(frame) === Infinity ? '+Inf' : formatValue(bound(frame), unit),
      points: frame.points.map(
        ([at, value]) =>
          /** @type {[number, number]} */ ([at, Math.max(value - (below.get(at) ?? 0), 0)]),
      ),
    };
  });
  const isUsed = rows.map(({ points }) => points.some(([, value]) => value > 0));
  return rows.slice(Math.max(isUsed.indexOf(true), 0), isUsed.lastIndexOf(true) + 1);
}

/**
 * @param {readonly [number, number][]} points
 * @param {number} start
 * @param {number} seconds
 * @returns {Map<number, number>} by column
 */
function sumByTime(points, start, seconds) {
  /** @type {Map<number, number>} */
  const sums = new Map();
  for (const [at, value] of points) {
    const column = Math.floor((at - start) / seconds);
    sums.set(column, (sums.get(column) ?? 0) + value);
  }
  return sums;
}
