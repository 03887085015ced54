// Runs jest with the flag that lets tests import() the ESM-only libraries, and names what it skipped.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { nameSkipped } from './name-skipped.mjs';

const RESULTS = '.cache/jest.json';

rmSync(RESULTS, { force: true });
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    createRequire(import.meta.url).resolve('jest/bin/jest'),
    '--json',
    `--outputFile=${RESULTS}`,
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
);
const skipped = existsSync(RESULTS) ? nameSkipped(RESULTS) : [];
if (skipped.length > 0) console.log(['Skipped:', ...skipped].join('\n  '));
process.exit(status ?? 1);
