import { format, resolveConfig } from 'prettier';
import { renderOptionTable } from './render-options.mjs';

const MARKED_TABLE = /^<!-- options: (\S+) (\S+) -->\n\n(?:\|.*\n)*/gm;

/**
 * Fills every table behind a mark `<!-- options: package Type -->` with what the types say now.
 * @param {string} text Markdown
 * @param {readonly import('../options/read-options.mjs').OptionTable[]} tables
 * @param {string} file absolute path, for the settings of the formatter
 * @returns {Promise<string>}
 * @throws {Error} for a mark that names no options
 */
export async function fillOptionTables(text, tables, file) {
  const marks = [...text.matchAll(MARKED_TABLE)];
  const settings = marks.length === 0 ? {} : await resolveConfig(file);
  const filled = await Promise.all(
    marks.map(async ([, folder, type]) => {
      const table = tables.find((one) => one.folder === folder && one.type === type);
      if (table === undefined) throw new Error(`${folder} has no options called ${type}`);
      const rows = await format(renderOptionTable(table), { ...settings, parser: 'markdown' });
      return `<!-- options: ${folder} ${type} -->\n\n${rows}`;
    }),
  );
  return text.replaceAll(MARKED_TABLE, (marked, _folder, _type, offset) => {
    const next = text.at(offset + marked.length) ?? '\n';
    return `${filled.shift() ?? ''}${next === '\n' ? '' : '\n'}`;
  });
}
