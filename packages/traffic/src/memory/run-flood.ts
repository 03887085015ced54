import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { FloodOptions, FloodResult } from './flood';

// The process runs compiled code, also when a test runs this file's source.
const SCRIPT = join(__dirname, '../../dist/memory/flood-process.js');

/** Runs a flood in a process of its own. */
export async function runFlood(options: FloodOptions): Promise<FloodResult> {
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['--expose-gc', SCRIPT, JSON.stringify(options)]);
  return JSON.parse(stdout) as FloodResult;
}
