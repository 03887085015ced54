import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RenderedFile } from './rendered-file';

/** Writes files below a folder; those of the same names are replaced, others stay. */
export function writeFiles(folder: string, files: readonly RenderedFile[]): void {
  for (const { path, text } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
