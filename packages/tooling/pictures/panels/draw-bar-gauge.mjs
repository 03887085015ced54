import { formatValue } from '../format-value.mjs';
import { lastValue } from '../frames.mjs';
import { LOOK } from '../look.mjs';
import { element, label, shorten, widthOf } from '../svg.mjs';
import { drawNothing } from './draw-nothing.mjs';

const SIZE = 11;
const MOST_BAR_HEIGHT = 18;

/**
 * A bar for each series, the longest on top.
 * @param {import('./draw-panel.mjs').PanelContext} context
 * @param {import('../frames.mjs').Frame[]} frames
 * @param {import('../svg.mjs').Box} box
 */
export function drawBarGauge({ panel }, frames, box) {
  if (frames.length === 0) return drawNothing(panel, box);
  const { unit = 'none', decimals, max } = panel.fieldConfig?.defaults ?? {};
  const rows = frames.toSorted((a, b) => lastValue(b) - lastValue(a));
  const highest = max ?? Math.max(...rows.map(lastValue));
  const height = Math.min(box.h / rows.length, MOST_BAR_HEIGHT + 8);
  const names = Math.min(Math.max(...rows.map(({ name }) => widthOf(name, SIZE))) + 8, box.w / 3);
  const numbers = 52;
  const length = box.w - names - numbers;
  return rows
    .map((row, index) => {
      const y = box.y + index * height;
      const middle = y + height / 2 + SIZE / 3;
      const bar = { x: box.x + names, y: y + 3, height: height - 6, rx: 2 };
      const value = lastValue(row);
      return [
        label(shorten(row.name, SIZE, names), { x: box.x, y: middle, size: SIZE, fill: LOOK.text }),
        element('rect', { ...bar, width: length, fill: LOOK.grid }),
        element('rect', { ...bar, width: (length * value) / highest, fill: row.colour }),
        label(formatValue(value, unit, decimals), {
          x: box.x + box.w,
          y: middle,
          size: SIZE,
          anchor: 'end',
          fill: row.colour,
        }),
      ].join('');
    })
    .join('');
}
