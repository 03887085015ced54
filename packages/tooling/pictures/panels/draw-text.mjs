import { LOOK } from '../look.mjs';
import { element, label, widthOf } from '../svg.mjs';

const SIZE = 12;
const LINE = 17;

/**
 * Markdown as plain paragraphs: marks of emphasis, code and links are left out.
 * @param {import('./draw-panel.mjs').PanelContext} context
 * @param {import('../frames.mjs').Frame[]} _frames
 * @param {import('../svg.mjs').Box} box
 */
export function drawText({ panel }, _frames, { x, y, w }) {
  /** @type {string} */
  const content = panel.options?.content ?? '';
  const plain = content
    .replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replaceAll(/[*`]/g, '')
    .replaceAll(/\s+/g, ' ');
  /** @type {string[]} */
  const lines = [''];
  for (const word of plain.split(' ')) {
    const line = `${lines.at(-1)} ${word}`.trim();
    if (widthOf(line, SIZE) < w) lines[lines.length - 1] = line;
    else lines.push(word);
  }
  const drawn = lines.map((line, index) => label(line, { x, y: y + (index + 0.8) * LINE }));
  return element('g', { fill: LOOK.text, 'font-size': SIZE }, drawn.join(''));
}
