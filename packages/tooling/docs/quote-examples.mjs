const MARKED_BLOCK = /^<!-- example: (\S+) -->\n\n?(```+)(\w*)\n[^]*?\n?^\2$/gm;
const REGION_LINE = /^\s*\/\/ #(?:end)?region\b/;

/**
 * Fills every code block behind a mark `<!-- example: path#region -->` with what the file holds now.
 * @param {string} text Markdown
 * @param {(path: string) => string} readExample text of a file, by its path from the root of the workspace
 * @returns {string}
 */
export function quoteExamples(text, readExample) {
  return text.replaceAll(MARKED_BLOCK, (_block, source, fence, language) => {
    const [path = '', region] = source.split('#');
    const quoted = cutRegion(readExample(path), region, source);
    return `<!-- example: ${source} -->\n\n${fence}${language}\n${quoted}\n${fence}`;
  });
}

/**
 * The lines of a region, or all of them, without the lines that mark regions.
 * @param {string} text
 * @param {string | undefined} region
 * @param {string} source as the mark names it
 * @returns {string}
 */
function cutRegion(text, region, source) {
  const lines = text.trimEnd().split('\n');
  const start = lines.indexOf(`// #region ${region ?? ''}`);
  if (region !== undefined && start < 0) throw new Error(`${source} is no region`);
  const end = lines.findIndex((line, index) => index > start && line.startsWith('// #endregion'));
  const cut = region === undefined ? lines : lines.slice(start, end < 0 ? undefined : end);
  return cut.filter((line) => !REGION_LINE.test(line)).join('\n');
}
