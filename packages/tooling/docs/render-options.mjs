import { code, headingAnchor, renderTable } from './markdown.mjs';

/** @typedef {import('../options/read-options.mjs').OptionTable} OptionTable */

const INTRODUCTION = `# Options

Every option of every function and class that the packages export. This page is generated from the types and their
docstrings by \`pnpm run docs\`.

- All options are checked when they are given: one that cannot be used throws an error with the code
  \`ERR_AUTHMETER_OPTION\`, which says what was given and what is allowed. So does a name that is no option.
- An option without a default is **required**.
- Types that are named here and not spelled out are in the API reference (\`npx -y pnpm@12 run docs:api\`) and in your editor.`;

/** @param {OptionTable} table */
const headingOf = ({ folder, type }) => `${folder}: ${type}`;

/** @param {OptionTable} table */
const linkOf = (table) => `[${code(table.type)}](#${headingAnchor(headingOf(table))})`;

/**
 * The options of one type, a row each.
 * @param {Pick<OptionTable, 'options'>} table
 * @returns {string} Markdown
 */
export function renderOptionTable({ options }) {
  const hasUnits = options.some(({ unit }) => unit !== '');
  return renderTable(
    ['Option', 'Type', ...(hasUnits ? ['Unit'] : []), 'Default', 'Meaning'],
    options.map(({ name, type, unit, isRequired, default: byDefault, meaning }) => [
      code(name),
      code(type),
      ...(hasUnits ? [unit] : []),
      isRequired ? '**required**' : (byDefault ?? ''),
      meaning,
    ]),
  );
}

/**
 * @param {OptionTable} table
 * @returns {string}
 */
function renderSection(table) {
  return [
    `### ${headingOf(table)}`,
    [`For ${table.callers.map(code).join(', ')}.`, table.meaning].join(' ').trim(),
    renderOptionTable(table),
  ].join('\n\n');
}

/**
 * The reference page of all options.
 * @param {readonly OptionTable[]} tables
 * @returns {string} Markdown
 */
export function renderOptions(tables) {
  const folders = [...new Set(tables.map(({ folder }) => folder))];
  return [
    INTRODUCTION,
    renderTable(
      ['Package', 'Given to', 'Options'],
      tables.map((table) => [table.folder, table.callers.map(code).join(', '), linkOf(table)]),
    ),
    ...folders.flatMap((folder) => [
      `## @authmeter/${folder}`,
      ...tables.filter((table) => table.folder === folder).map(renderSection),
    ]),
  ].join('\n\n');
}
