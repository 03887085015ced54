// Bundles the page into three files, index.html, page.js and page.css, beside the licence of what they contain. The same
// sources give the same bytes.
//
//   build-page.mjs [--out FOLDER]   the default is dist/page
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { conventionsAsData } from './conventions-as-data.mjs';

const PACKAGE = dirname(import.meta.dirname);
const SOURCES = join(PACKAGE, 'src/page');
// Its own build is smaller than ours of its sources would be.
const UPLOT = dirname(createRequire(import.meta.url).resolve('uplot/package.json'));
const UPLOT_SCRIPT = join(UPLOT, 'dist/uPlot.iife.min.js');

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const out = values.out ?? join(PACKAGE, 'dist/page');

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: PACKAGE,
  outdir: out,
  bundle: true,
  minify: true,
  write: false,
  charset: 'utf8',
  legalComments: 'none',
  target: ['es2022', 'chrome111', 'firefox121', 'safari16.4'],
  logLevel: 'warning',
};

/** @param {import('esbuild').BuildOptions} options */
async function bundle(options) {
  const { outputFiles = [] } = await build({ ...common, ...options });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('esbuild wrote nothing');
  return file.text;
}

const script = await bundle({
  entryPoints: [join(SOURCES, 'main.ts')],
  format: 'iife',
  plugins: [conventionsAsData(), uplotAsGlobal()],
});
const style = await bundle({ entryPoints: [join(SOURCES, 'style/page.css')] });

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'page.js'), `${readFileSync(UPLOT_SCRIPT, 'utf8').trimEnd()}\n${script}`);
writeFileSync(join(out, 'page.css'), style);
copyFileSync(join(SOURCES, 'index.html'), join(out, 'index.html'));
copyFileSync(join(UPLOT, 'LICENSE'), join(out, 'uPlot.LICENSE.txt'));

/** @returns {import('esbuild').Plugin} */
function uplotAsGlobal() {
  return {
    name: 'uplot-as-global',
    setup(builder) {
      builder.onResolve({ filter: /^uplot$/ }, () => ({ path: 'uplot', namespace: 'global' }));
      builder.onLoad({ filter: /.*/, namespace: 'global' }, () => ({
        contents: 'module.exports = uPlot;',
      }));
    },
  };
}
