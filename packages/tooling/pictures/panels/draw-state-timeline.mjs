import { colourOf, LOOK } from '../look.mjs';
import { clock, timeScale, within } from '../scales.mjs';
import { element, label, shorten, widthOf } from '../svg.mjs';
import { drawNothing } from './draw-nothing.mjs';

const SIZE = 10;
const AXIS_HEIGHT = 16;
const MOST_ROW_HEIGHT = 34;

/**
 * The state of each series over time.
 * @param {import('./draw-panel.mjs').PanelContext} context
 * @param {import('../frames.mjs').Frame[]} frames
 * @param {import('../svg.mjs').Box} box
 */
export function drawStateTimeline({ panel, range }, frames, box) {
  if (frames.length === 0) return drawNothing(panel, box);
  /** @type {Record<string, { text: string, color: string }>} */
  const states = panel.fieldConfig?.defaults.mappings?.[0]?.options ?? {};
  const margin = Math.min(
    Math.max(...frames.map(({ name }) => widthOf(name, SIZE))) + 8,
    box.w / 3,
  );
  const plot = { x: box.x + margin, y: box.y, w: box.w - margin, h: box.h - AXIS_HEIGHT };
  const x = timeScale(range, plot, 5);
  const height = Math.min(plot.h / frames.length, MOST_ROW_HEIGHT);
  const rows = frames.map(({ name, points }, index) => {
    const y = plot.y + index * height;
    const bars = mergeStates(points, range.step).map(({ start, end, value }) => {
      const state = states[value];
      const width = x.at(Math.min(end, range.end)) - x.at(start);
      return [
        element('rect', {
          x: x.at(start),
          y: y + 3,
          width,
          height: height - 6,
          fill: colourOf(state?.color ?? 'text'),
          'fill-opacity': '.8',
        }),
        widthOf(state?.text ?? '', SIZE) < width
          ? label(state?.text ?? String(value), {
              x: x.at(start) + 4,
              y: y + height / 2 + 3,
              fill: LOOK.page,
            })
          : '',
      ].join('');
    });
    const row = shorten(name, SIZE, margin);
    return [label(row, { x: box.x, y: y + height / 2 + 3, fill: LOOK.text }), ...bars].join('');
  });
  const bottom = plot.y + frames.length * height + 12;
  const times = x.ticks.map((tick) =>
    label(clock(tick), {
      x: within(x.at(tick), plot),
      y: bottom,
      anchor: 'middle',
      fill: LOOK.quiet,
    }),
  );
  return element('g', { 'font-size': SIZE }, [...rows, ...times].join(''));
}

/**
 * Equal values one after the other as one.
 * @param {readonly [number, number][]} points
 * @param {number} step
 */
function mergeStates(points, step) {
  /** @type {{ start: number, end: number, value: number }[]} */
  const merged = [];
  for (const [at, value] of points) {
    const last = merged.at(-1);
    if (last !== undefined && last.value === value && at <= last.end) last.end = at + step;
    else merged.push({ start: at, end: at + step, value });
  }
  return merged;
}
