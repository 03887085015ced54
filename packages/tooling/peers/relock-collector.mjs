// Writes collector/go.mod and go.sum anew from collector/builder.yaml. Needed only after a change to the manifest.
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILDER_PACKAGE, GO_ENV, runBuilder } from './build.mjs';
import { COLLECTOR_FOLDER } from './peers.mjs';
import { run } from './run.mjs';

const work = mkdtempSync(join(tmpdir(), 'authmeter-relock-'));
/** @param {string[]} args @param {string} [os] */
const go = (args, os) =>
  run('go', args, { cwd: work, env: { ...GO_ENV, ...(os && { GOOS: os }) } });

try {
  const manifest = readFileSync(join(COLLECTOR_FOLDER, 'builder.yaml'), 'utf8');
  copyFileSync(join(COLLECTOR_FOLDER, 'builder.yaml'), join(work, 'builder.yaml'));
  const release = /^ {2}version: (\S+)$/m.exec(manifest)?.[1];
  const components = [...manifest.matchAll(/- gomod: (\S+) (\S+)/g)].map(
    (match) => `${match[1]}@${match[2]}`,
  );
  // The manifest does not name these two, yet the builder's code imports them.
  const base = ['otelcol', 'service'].map(
    (part) => `go.opentelemetry.io/collector/${part}@v${release}`,
  );
  go(['mod', 'init', 'authmeter/otelcol']);
  // `go get` raises this to what the components need; the newest Go here need not be everyone's.
  go(['mod', 'edit', '-go=1.25.0']);
  go(['get', '-tool', `${BUILDER_PACKAGE}@v${release}`]);
  go(['get', ...components, ...base]);
  go(['build', '-o', join(work, 'builder'), BUILDER_PACKAGE]);
  runBuilder(join(work, 'builder'), work);
  // Not `go mod tidy`, which would also fetch what only the tests of the components need.
  for (const os of ['linux', 'darwin']) go(['list', '-mod=mod', '-deps', '.'], os);
  for (const file of ['go.mod', 'go.sum']) {
    copyFileSync(join(work, file), join(COLLECTOR_FOLDER, file));
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
