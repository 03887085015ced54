import { headingAnchor } from './markdown.mjs';

/**
 * What a Markdown text refers to and offers.
 * @typedef {object} MarkdownFacts
 * @property {{ target: string, line: number }[]} links targets outside code, without titles; lines count from 1
 * @property {{ specifier: string, line: number }[]} imports specifiers of ours named in code blocks
 * @property {string[]} anchors what can be linked to with `#`
 */

const FENCE = /^\s*(```+|~~~+)/;
const LINK = /\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)|^\s*\[[^\]]+\]:\s*(\S+)/g;
const IMPORT = /['"](@authmeter\/[^'"]+)['"]/g;

/**
 * Reads links, imports of ours and anchors out of a Markdown text.
 * @param {string} text
 * @returns {MarkdownFacts}
 */
export function readMarkdown(text) {
  /** @type {MarkdownFacts} */
  const facts = { links: [], imports: [], anchors: [] };
  /** @type {Map<string, number>} */
  const seen = new Map();
  /** @type {string | undefined} */
  let fence;
  for (const [index, content] of text.split('\n').entries()) {
    const line = index + 1;
    const marker = FENCE.exec(content)?.[1];
    if (marker !== undefined && (fence === undefined || marker.startsWith(fence))) {
      fence = fence === undefined ? marker : undefined;
    } else if (fence !== undefined) {
      for (const [, specifier = ''] of content.matchAll(IMPORT)) {
        facts.imports.push({ specifier, line });
      }
    } else {
      const heading = /^#{1,6}\s+(.*)$/.exec(content)?.[1];
      if (heading !== undefined) {
        const anchor = headingAnchor(heading);
        const repeats = seen.get(anchor) ?? 0;
        seen.set(anchor, repeats + 1);
        facts.anchors.push(repeats === 0 ? anchor : `${anchor}-${repeats}`);
      }
      for (const [, anchor = ''] of content.matchAll(/<a (?:id|name)="([^"]+)"/g)) {
        facts.anchors.push(anchor);
      }
      for (const [, inline, reference] of content.replaceAll(/`[^`]*`/g, '``').matchAll(LINK)) {
        facts.links.push({ target: inline ?? reference ?? '', line });
      }
    }
  }
  return facts;
}
