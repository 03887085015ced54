import { writeWorkspace, type WrittenWorkspace } from '../write-workspace';

const CORE = '{ "name": "@authmeter/core" }';
const EXPRESS =
  '{ "name": "@authmeter/express", "peerDependencies": { "express": ">=4 <6", "@authmeter/core": "^1" } }';

async function findProblems(files: Readonly<Record<string, string>>) {
  const { checkLayers } = await import('../../checks/layers.mjs');
  const { readWorkspace } = await import('../../workspace/read-workspace.mjs');
  const workspace: WrittenWorkspace = writeWorkspace({
    'packages/core/package.json': CORE,
    'packages/express/package.json': EXPRESS,
    ...files,
  });
  try {
    return checkLayers(readWorkspace(workspace.root));
  } finally {
    workspace.remove();
  }
}

describe('the check of layers', () => {
  it('accepts imports that point down or stay in their folder', async () => {
    const problems = await findProblems({
      'packages/core/src/recorder/auth-recorder.ts':
        "import { a } from '../conventions';\nimport type { B } from '../model/facts';\nimport { c } from './store';\n",
      'packages/core/src/instruments/auth-instruments.ts':
        "import type { Meter } from '@opentelemetry/api';\nimport { isIP } from 'node:net';\n",
      'packages/express/src/index.ts':
        "import type { Request } from 'express';\nexport { a } from '@authmeter/core';\n",
    });

    expect(problems).toEqual([]);
  });

  it.each([
    {
      breach: 'an upward import',
      file: 'packages/core/src/classify/rule.ts',
      text: "import { a } from '../conventions';\nimport { b } from '../recorder/auth-recorder';\n",
      where: 'packages/core/src/classify/rule.ts:2',
      what: 'imports upwards: classify may not import recorder',
    },
    {
      breach: 'an upward import of types alone',
      file: 'packages/core/src/model/facts.ts',
      text: "export type { B } from '../options/auth-meter-options';\n",
      where: 'packages/core/src/model/facts.ts:1',
      what: 'imports upwards: model may not import options',
    },
    {
      breach: 'a sideways import',
      file: 'packages/core/src/privacy/mask.ts',
      text: "import { a } from '../ledger/ledger';\n",
      where: 'packages/core/src/privacy/mask.ts:1',
      what: 'imports sideways: privacy may not import ledger',
    },
    {
      breach: 'a part of core that no row names',
      file: 'packages/core/src/helpers/misc.ts',
      text: "import { a } from '../conventions';\nimport { b } from '../model/facts';\n",
      where: 'packages/core/src/helpers/misc.ts:1',
      what: 'core/src/helpers is in no row of CORE_LAYERS',
    },
    {
      breach: 'a leaf that imports the platform',
      file: 'packages/core/src/conventions/names.ts',
      text: "import { join } from 'node:path';\n",
      where: 'packages/core/src/conventions/names.ts:1',
      what: 'imports node:path: conventions is a leaf and imports nothing from outside',
    },
    {
      breach: 'an SDK in core',
      file: 'packages/core/src/recorder/reader.ts',
      text: "import { MeterProvider } from '@opentelemetry/sdk-metrics';\n",
      where: 'packages/core/src/recorder/reader.ts:1',
      what: 'imports @opentelemetry/sdk-metrics, which PACKAGE_ARROWS does not allow',
    },
    {
      breach: 'an adapter that imports another',
      file: 'packages/express/src/index.ts',
      text: "const koa = import('@authmeter/koa');\n",
      where: 'packages/express/src/index.ts:1',
      what: 'imports @authmeter/koa, which PACKAGE_ARROWS does not allow',
    },
    {
      breach: 'a library that the manifest does not declare',
      file: 'packages/express/src/index.ts',
      text: "import passport from 'passport';\n",
      where: 'packages/express/src/index.ts:1',
      what: 'imports passport, which is neither a dependency nor a peer of @authmeter/express',
    },
    {
      breach: 'an import of the sources of another package',
      file: 'packages/express/src/index.ts',
      text: "import { a } from '../../core/src/index';\n",
      where: 'packages/express/src/index.ts:1',
      what: 'imports ../../core/src/index, which lies outside its own src',
    },
  ])('finds $breach', async ({ file, text, where, what }) => {
    expect(await findProblems({ [file]: text })).toEqual([{ where, what }]);
  });
});
