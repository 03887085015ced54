import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { listFiles } from './list-files.mjs';

const run = promisify(execFile);
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * Paths of the files that git tracks and that are still there, sorted, from the root with forward slashes. In a copy
 * without its history: of all files but build output.
 * @param {string} root absolute path of the workspace
 * @returns {Promise<string[]>}
 */
export async function listCommittedFiles(root) {
  if (!existsSync(join(root, '.git'))) return listFiles('', root);
  const { stdout } = await run('git', ['ls-files', '-z'], { cwd: root, maxBuffer: MOST_BYTES });
  const tracked = stdout.split('\0').filter((path) => path !== '');
  return tracked.filter((path) => existsSync(join(root, path))).sort();
}
