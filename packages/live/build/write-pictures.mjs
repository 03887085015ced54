// Takes the pictures of the page for the docs, in the installed Chromium; the font Inter makes them look as committed.
//
//   write-pictures.mjs [FOLDER]   the default is docs/images
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';

const PACKAGE = dirname(import.meta.dirname);
const folder = resolve(process.argv[2] ?? join(PACKAGE, '../../docs/images'));
// As deep as a file of the build: the server looks for the page from where it is.
const bundle = join(PACKAGE, '.cache/pictures/take-pictures.cjs');

mkdirSync(dirname(bundle), { recursive: true });
await build({
  absWorkingDir: PACKAGE,
  entryPoints: [join(PACKAGE, 'test/pictures/take-pictures.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  packages: 'external',
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, [bundle, folder], { stdio: 'inherit' });
process.exitCode = status ?? 1;
