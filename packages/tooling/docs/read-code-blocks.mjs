/**
 * A fenced block of code in a Markdown text.
 * @typedef {object} CodeBlock
 * @property {string} language the first word behind the fence; empty where there is none
 * @property {string} text its lines, without the indent of the list item that it stands in
 * @property {number} line of the first line of code, counted from 1
 */

const FENCE = /^( *)(```+|~~~+) *([\w-]*)/;

/**
 * The fenced blocks of a Markdown text.
 * @param {string} markdown
 * @returns {CodeBlock[]}
 */
export function readCodeBlocks(markdown) {
  /** @type {CodeBlock[]} */
  const blocks = [];
  /** @type {{ indent: number, fence: string, block: CodeBlock, lines: string[] } | undefined} */
  let open;
  for (const [index, content] of markdown.split('\n').entries()) {
    const [, indent = '', fence = '', language = ''] = FENCE.exec(content) ?? [];
    if (open === undefined) {
      if (fence === '') continue;
      const block = { language, text: '', line: index + 2 };
      open = { indent: indent.length, fence, block, lines: [] };
    } else if (fence.startsWith(open.fence)) {
      blocks.push({ ...open.block, text: open.lines.join('\n') });
      open = undefined;
    } else open.lines.push(content.slice(Math.min(open.indent, content.search(/\S|$/))));
  }
  return blocks;
}
