import { spawnSync } from 'node:child_process';

const TAIL_LINES = 15;

/**
 * Runs a program to its end.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options] env is added to this process' own
 * @returns {string} what it wrote to stdout
 * @throws {Error} with the last lines of its output when it does not exit with 0
 */
export function run(program, args, { cwd, env } = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: Infinity,
  });
  if (error !== undefined) throw error;
  if (status === 0) return stdout;
  const tail = `${stdout}${stderr}`.trimEnd().split('\n').slice(-TAIL_LINES).join('\n  ');
  throw new Error(`${program} ${args[0] ?? ''} failed (${status ?? 'killed'}):\n  ${tail}`);
}
