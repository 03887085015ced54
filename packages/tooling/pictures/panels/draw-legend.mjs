import { LOOK } from '../look.mjs';
import { element, label, pixel, shorten, widthOf } from '../svg.mjs';

const SIZE = 9;
const DASH = 12;
const LINE = 12;
const LINES = 2;
const MORE_WIDTH = 24;

/** @typedef {{ name: string, colour: string }} Entry */
/** @typedef {{ text: string, colour: string | undefined, left: number, line: number }} PlacedEntry */

/**
 * Pixels that a legend takes below a chart.
 * @param {readonly Entry[]} entries
 * @param {number} width
 */
export function legendHeight(entries, width) {
  const lines = Math.max(...placeEntries(entries, width).map(({ line }) => line)) + 1;
  return lines * LINE + 2;
}

/**
 * The names of the series beside their colours; how many more there are, where not all fit.
 * @param {readonly Entry[]} entries
 * @param {import('../svg.mjs').Box} box
 */
export function drawLegend(entries, { x, y, w }) {
  const drawn = placeEntries(entries, w).flatMap(({ text, colour, left, line }) => {
    const [start, top] = [x + left, y + line * LINE + SIZE];
    if (colour === undefined) return [label(text, { x: start, y: top, fill: LOOK.quiet })];
    const dash = `M${pixel(start)} ${pixel(top - 3)}h${DASH}`;
    return [
      element('path', { d: dash, stroke: colour, 'stroke-width': '3' }),
      label(text, { x: start + DASH + 4, y: top }),
    ];
  });
  return element('g', { fill: LOOK.text, 'font-size': SIZE }, drawn.join(''));
}

/**
 * @param {readonly Entry[]} entries
 * @param {number} width
 * @returns {PlacedEntry[]}
 */
function placeEntries(entries, width) {
  let [left, line] = [0, 0];
  /** @type {PlacedEntry[]} */
  const placed = [];
  for (const [index, { name, colour }] of entries.entries()) {
    const text = shorten(name, SIZE, width - DASH - 4);
    const needed = DASH + 4 + widthOf(text, SIZE) + 8;
    const isLastLine = line === LINES - 1;
    const room = isLastLine && index < entries.length - 1 ? width - MORE_WIDTH : width;
    if (left > 0 && left + needed > room) {
      if (isLastLine) {
        return [...placed, { text: `+${entries.length - index}`, colour: undefined, left, line }];
      }
      left = 0;
      line += 1;
    }
    placed.push({ text, colour, left, line });
    left += needed;
  }
  return placed;
}
