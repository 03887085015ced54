// Writes the pages of docs/ that are generated from the conventions.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { renderPages } from './docs/render-pages.mjs';
import { WORKSPACE_ROOT } from './workspace/read-workspace.mjs';

for (const { path, text } of await renderPages(WORKSPACE_ROOT)) {
  mkdirSync(dirname(join(WORKSPACE_ROOT, path)), { recursive: true });
  writeFileSync(join(WORKSPACE_ROOT, path), text);
}
