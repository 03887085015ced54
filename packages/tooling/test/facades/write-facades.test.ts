import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { writeWorkspace } from '../write-workspace';

const MANIFEST = JSON.stringify({
  name: '@authmeter/sample',
  exports: {
    '.': {
      import: { types: './dist/index.d.mts', default: './dist/index.mjs' },
      require: { types: './dist/index.d.ts', default: './dist/index.js' },
    },
    './package.json': './package.json',
  },
});

// As tsc writes it: one export of its own, and one passed on.
const INDEX = `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.state = exports.passedOn = void 0;
var other_1 = require("./other");
Object.defineProperty(exports, "passedOn", { enumerable: true, get: function () { return other_1.passedOn; } });
exports.state = { attempts: 0 };
`;
const OTHER = '"use strict";\nexports.passedOn = {};\n';

async function writeSample(files: Readonly<Record<string, string>>) {
  const { writeFacades } = await import('../../facades/write-facades.mjs');
  const { readWorkspace } = await import('../../workspace/read-workspace.mjs');
  const workspace = writeWorkspace({ 'packages/sample/package.json': MANIFEST, ...files });
  const [sample] = readWorkspace(workspace.root).packages;
  if (sample === undefined) throw new Error('the sample package was not read');
  return { workspace, write: () => writeFacades(sample) };
}

describe('an ESM facade', () => {
  it('exports exactly what the CommonJS entry exports, as the same objects', async () => {
    const { workspace, write } = await writeSample({
      'packages/sample/dist/index.js': INDEX,
      'packages/sample/dist/other.js': OTHER,
    });
    const probe = `
      import { createRequire } from 'node:module';
      const required = createRequire(import.meta.url)('./index.js');
      const imported = await import('./index.mjs');
      const names = Object.keys(imported);
      console.log(JSON.stringify({ names, same: names.map((name) => imported[name] === required[name]) }));`;

    write();
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', probe], {
      cwd: join(workspace.root, 'packages/sample/dist'),
      encoding: 'utf8',
    });

    workspace.remove();
    expect(JSON.parse(stdout)).toEqual({ names: ['passedOn', 'state'], same: [true, true] });
  });

  it('is refused with the name of the file where the entry is not built', async () => {
    const { workspace, write } = await writeSample({});

    expect(write).toThrow(
      /^packages\/sample\/package\.json: exports\["\."\] names .*dist\/index\.js, which is not built: run tsc -b$/,
    );

    workspace.remove();
  });

  it('loads an entry that exports nothing, for its effect', async () => {
    const { renderFacade } = await import('../../facades/render-facade.mjs');

    expect(renderFacade('dist/register.js', []).code).toBe("import './register.js';\nexport {};\n");
  });
});
