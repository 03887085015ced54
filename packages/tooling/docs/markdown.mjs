/**
 * A table. Pipes inside cells are escaped; prettier aligns the columns afterwards.
 * @param {readonly string[]} head
 * @param {readonly (readonly (string | number)[])[]} rows
 * @returns {string}
 */
export function renderTable(head, rows) {
  const lines = [head, head.map(() => '---'), ...rows].map(
    (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`,
  );
  return lines.join('\n');
}

/** @param {string} text */
export const code = (text) => `\`${text}\``;

/**
 * The anchor that GitHub gives a heading.
 * @param {string} heading without the leading `#`
 * @returns {string}
 */
export function headingAnchor(heading) {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
    .replaceAll(' ', '-');
}
