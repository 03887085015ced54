// Writes collector/go.mod and go.sum anew from collector/builder.yaml. Needed only after a change to the manifest.
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILDER_PACKAGE, GO_ENV } from './build.mjs';
import { COLLECTOR_FOLDER } from './peers.mjs';
import { run } from './run.mjs';

const work = mkdtempSync(join(tmpdir(), 'authmeter-relock-'));
/** @param {string[]} args */
const go = (...args) => run('go', args, { cwd: work, env: GO_ENV });

try {
  const manifest = readFileSync(join(COLLECTOR_FOLDER, 'builder.yaml'), 'utf8');
  copyFileSync(join(COLLECTOR_FOLDER, 'builder.yaml'), join(work, 'builder.yaml'));
  const release = /^ {2}version: (\S+)$/m.exec(manifest)?.[1];
  const components = [...manifest.matchAll(/- gomod: (\S+) (\S+)/g)];
  go('mod', 'init', 'authmeter/otelcol');
  go('get', '-tool', `${BUILDER_PACKAGE}@v${release}`);
  go('get', ...components.map(([, module, version]) => `${module}@${version}`));
  go('tool', 'builder', '--config', 'builder.yaml', '--skip-get-modules', '--skip-compilation');
  // Not `go mod tidy`, which would also fetch what only the tests of the components need.
  go('build', '-mod=mod', '-o', join(work, 'collector'), '.');
  for (const file of ['go.mod', 'go.sum']) {
    copyFileSync(join(work, file), join(COLLECTOR_FOLDER, file));
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
