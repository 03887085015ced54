import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A workspace of a few files in a temporary folder. */
export interface WrittenWorkspace {
  /** Absolute path of the folder. */
  readonly root: string;
  /** Deletes the folder. */
  remove(): void;
}

/** Writes a workspace to the disk: file contents by path from its root. */
export function writeWorkspace(files: Readonly<Record<string, string>>): WrittenWorkspace {
  const root = mkdtempSync(join(tmpdir(), 'authmeter-tooling-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
