import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ratioOf, spreadOf } from '../measure/interleave';
import { median } from '../measure/statistics';
import type { Part } from './part';

const run = promisify(execFile);
const CORE = '@authmeter/core';
const API = '@opentelemetry/api';
/** By what a row says, the package that is loaded. */
const LOADED: ReadonlyMap<string, string> = new Map([
  [`require('${API}')`, API],
  [`require('${CORE}')`, CORE],
  ["require('prom-client')", 'prom-client'],
  [`require('${API}'), again`, API],
]);
const [API_ALONE = '', CORE_TOO = '', , API_AGAIN = ''] = LOADED.keys();
const PACKAGES = join(__dirname, '../../..');
/** It lists every file of every package. */
const LARGEST_ANSWER = 16 * 1024 * 1024;
const PROCESSES_PER_ROUND = 4;
const KILOBYTE = 1000;

/** Milliseconds that a fresh process spends in one `require`. */
async function loadOnce(name: string): Promise<number> {
  const script = `
    const startedAt = process.hrtime.bigint();
    require(${JSON.stringify(name)});
    process.stdout.write(String(Number(process.hrtime.bigint() - startedAt) / 1e6));`;
  const { stdout } = await run(process.execPath, ['-e', script], { cwd: join(__dirname, '../..') });
  return Number(stdout);
}

/** What npm sends of a package, and what is then on the disk, in kilobytes of 1,000 bytes. */
interface PackedSize {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
}

interface Manifest {
  readonly private?: boolean;
  readonly publishConfig?: { readonly directory?: string };
}

/**
 * The folders that npm gets, one for each package that is published.
 *
 * @param packages The folder of all packages.
 */
export function publishedFolders(packages = PACKAGES): string[] {
  return readdirSync(packages)
    .map((folder) => join(packages, folder))
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .flatMap((folder) => {
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
      return manifest.private === true
        ? []
        : [join(folder, manifest.publishConfig?.directory ?? '.')];
    })
    .sort();
}

/** Packs as npm does, and leaves nothing behind. */
async function packedSizes(): Promise<readonly PackedSize[]> {
  const { stdout } = await run(
    'npm',
    ['pack', '--json', '--dry-run', '--ignore-scripts', ...publishedFolders()],
    { cwd: PACKAGES, maxBuffer: LARGEST_ANSWER },
  );
  const packed = JSON.parse(stdout) as Record<
    string,
    { readonly name: string; readonly size: number; readonly unpackedSize: number }
  >;
  return Object.values(packed).map(({ name, size, unpackedSize }) => ({
    name,
    packed: size / KILOBYTE,
    unpacked: unpackedSize / KILOBYTE,
  }));
}

/** What loading costs a process that starts, and what installing costs. */
export const IMPORT: Part = {
  name: 'import',
  title: 'Loaded and installed',
  measure: async ({ rounds }) => {
    const times = new Map([...LOADED.keys()].map((what) => [what, [] as number[]]));
    for (let round = 0; round < rounds * PROCESSES_PER_ROUND; round += 1) {
      const order = round % 2 === 0 ? [...LOADED] : [...LOADED].reverse();
      for (const [what, name] of order) times.get(what)?.push(await loadOnce(name));
    }
    const sizes = await packedSizes();
    return {
      rows: [
        ...[...times].map(([what, milliseconds]) => ({
          what,
          figure: `${median(milliseconds).toFixed(1)} ms`,
          beside: `${ratioOf(times, what, API_ALONE).toFixed(2)} × the API alone`,
        })),
        ...sizes.map(({ name, packed, unpacked }) => ({
          what: `${name}, as npm sends it`,
          figure: `${packed.toFixed(0)} kB`,
          beside: `${unpacked.toFixed(0)} kB on the disk`,
        })),
      ],
      // The core loads the API too: its price is that of both.
      ratios: {
        'import/api': ratioOf(times, CORE_TOO, API_ALONE),
        'packed core kB': sizes.find(({ name }) => name === CORE)?.packed ?? Number.NaN,
      },
      spread: spreadOf(times, API_ALONE, API_AGAIN),
    };
  },
};
