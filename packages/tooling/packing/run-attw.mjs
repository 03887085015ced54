import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';

const cli = join(
  dirname(createRequire(import.meta.url).resolve('@arethetypeswrong/cli/package.json')),
  'dist/index.js',
);

/**
 * What "are the types wrong" finds in a packed package, under every way of resolving it.
 * @param {import('../workspace/read-workspace.mjs').WorkspacePackage} workspacePackage
 * @param {string} tarball absolute path
 * @returns {Promise<import('../run-checks.mjs').Problem[]>}
 */
export async function runAttw({ path }, tarball) {
  const child = spawn(
    process.execPath,
    [cli, tarball, '--format', 'json', '--no-definitely-typed'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const [output, errors] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  const where = `${path}/package.json`;
  /** @type {{ types: unknown, problems?: { kind: string, entrypoint?: string, resolutionKind?: string }[] }} */
  let analysis;
  try {
    ({ analysis } = JSON.parse(output));
  } catch {
    return [{ where, what: `attw failed: ${errors.trim() || output.trim()}` }];
  }
  if (!analysis.types) return [{ where, what: 'attw: the package holds no types' }];
  return (analysis.problems ?? []).map(({ kind, entrypoint = '.', resolutionKind = 'any' }) => ({
    where,
    what: `attw: ${kind} for entry "${entrypoint}" under ${resolutionKind} resolution`,
  }));
}
