const CHARACTER_PIXELS = 7.2;
const LINE_PIXELS = 20;
const MARGIN_PIXELS = 16;

/** Colours that hold a contrast of 6 or more on their background. */
const STYLE = `
    text { font: 12px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; white-space: pre; fill: #566172 }
    .strong { fill: #1a2029; font-weight: 600 }
    .success { fill: #0067a8; font-weight: 600 }
    .failure { fill: #a83a00; font-weight: 600 }
    rect { fill: #ffffff; stroke: #848e9c }
    @media (prefers-color-scheme: dark) {
      text { fill: #a7b0bd }
      .strong { fill: #e8ecf2 }
      .success { fill: #6ab6fe }
      .failure { fill: #f0874a }
      rect { fill: #12171e; stroke: #6b7685 }
    }`;

/** What stands out in a line of a scrape: the values of these labels, and the value of the series. */
const MARKS = [
  { pattern: /(?<=outcome=")success(?=")/, style: 'success' },
  { pattern: /(?<=reason=")\w+(?=")/, style: 'failure' },
  { pattern: /(?<=error_type=")\w+(?=")/, style: 'failure' },
  { pattern: /(?<= )\d+$/, style: 'strong' },
];

/**
 * Draws a command and what it printed as an SVG that is readable on light and on dark pages.
 * @param {string} command
 * @param {string} output lines of a scrape
 * @returns {string}
 */
export function renderTerminalImage(command, output) {
  const printed = output.trimEnd().split('\n');
  const lines = [`$ ${command}`, ...printed];
  const longest = Math.max(...lines.map((line) => line.length));
  const width = Math.ceil(longest * CHARACTER_PIXELS) + 2 * MARGIN_PIXELS;
  const height = lines.length * LINE_PIXELS + 2 * MARGIN_PIXELS;
  const drawn = lines.map((line, index) => {
    const y = MARGIN_PIXELS + (index + 0.7) * LINE_PIXELS;
    const parts = index === 0 ? [{ start: 0, text: line, style: 'strong' }] : markLine(line);
    return `  <text y="${y}" xml:space="preserve">${parts.map(drawPart).join('')}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
  <style>${STYLE}
  </style>
  <rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6" />
${drawn.join('\n')}
</svg>
`;
}

/**
 * A piece of a line.
 * @typedef {{ start: number, text: string, style?: string }} Part
 */

/**
 * @param {string} line
 * @returns {Part[]}
 */
function markLine(line) {
  const marks = MARKS.flatMap(({ pattern, style }) => {
    const found = pattern.exec(line);
    return found === null ? [] : [{ start: found.index, text: found[0], style }];
  }).sort((a, b) => a.start - b.start);
  const ends = [0, ...marks.map(({ start, text }) => start + text.length)];
  return ends.flatMap((end, index) => {
    const mark = marks[index];
    const plain = { start: end, text: line.slice(end, mark?.start) };
    return mark === undefined ? [plain] : [plain, mark];
  });
}

/**
 * Every part says where it begins, so that fonts of another width cannot push the rest out of the picture.
 * @param {Part} part
 */
function drawPart({ start, text, style }) {
  if (text === '') return '';
  const x = (MARGIN_PIXELS + start * CHARACTER_PIXELS).toFixed(1);
  const styled = style === undefined ? '' : ` class="${style}"`;
  return `<tspan x="${x}"${styled}>${escape(text)}</tspan>`;
}

/** @param {string} text */
function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
