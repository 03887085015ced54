import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Runs a program of `service` to its end and gives what it wrote. Rejects when it fails. */
export async function runProgram(
  file: string,
  args: readonly string[],
  nodeOptions: readonly string[] = [],
): Promise<string> {
  const program = join(__dirname, '../../service', file);
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...nodeOptions,
    program,
    ...args,
  ]);
  return stdout;
}
