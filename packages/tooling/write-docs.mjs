// Writes the generated pages and images of docs/ and the API reports, and fills the code blocks that quote
// examples and the tables of options.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { renderReports } from './api/render-reports.mjs';
import { fillOptionTables } from './docs/fill-option-tables.mjs';
import { listPages } from './docs/list-pages.mjs';
import { quoteExamples } from './docs/quote-examples.mjs';
import { renderPages } from './docs/render-pages.mjs';
import { renderVersions } from './docs/render-versions.mjs';
import { loadOptions } from './options/load-options.mjs';
import { readWorkspace } from './workspace/read-workspace.mjs';

const workspace = readWorkspace();
const { root } = workspace;

const generated = [
  ...(await renderPages(workspace)),
  ...renderVersions(workspace),
  ...(await renderReports(workspace)),
];
for (const { path, text } of generated) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** @param {string} path */
const read = (path) => readFileSync(join(root, path), 'utf8');
const tables = loadOptions(workspace);
for (const page of listPages(workspace)) {
  const quoted = quoteExamples(read(page), read);
  writeFileSync(join(root, page), await fillOptionTables(quoted, tables, join(root, page)));
}
