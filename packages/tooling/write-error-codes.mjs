// Writes the tables of Better Auth's error codes, from the installed Better Auth and from the meanings kept by hand.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { renderCodes } from './better-auth/render-codes.mjs';
import { WORKSPACE_ROOT } from './workspace/read-workspace.mjs';

for (const { path, text } of await renderCodes(WORKSPACE_ROOT)) {
  const file = join(WORKSPACE_ROOT, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
