import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { median } from '../measure/statistics';
import type { Part } from './part';

const run = promisify(execFile);
const LOADED = ['@opentelemetry/api', '@authmeter/core', 'prom-client'] as const;
const PROCESSES_PER_ROUND = 2;
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

/** Size of the package as npm would send it, in kilobytes of 1,000 bytes. */
async function packedKilobytes(name: string): Promise<number> {
  const directory = dirname(createRequire(__filename).resolve(`${name}/package.json`));
  const folder = mkdtempSync(join(tmpdir(), 'authmeter-bench-'));
  try {
    const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', directory], {
      cwd: folder,
    });
    const [packed] = Object.values(JSON.parse(stdout) as Record<string, { size: number }>);
    return (packed?.size ?? Number.NaN) / KILOBYTE;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What loading costs a process that starts, and what installing costs. */
export const IMPORT: Part = {
  name: 'import',
  title: 'Loaded and installed',
  measure: async ({ rounds }) => {
    const times = new Map(LOADED.map((name) => [name, [] as number[]]));
    for (let round = 0; round < rounds * PROCESSES_PER_ROUND; round += 1) {
      const order = round % 2 === 0 ? LOADED : [...LOADED].reverse();
      for (const name of order) times.get(name)?.push(await loadOnce(name));
    }
    const api = median(times.get('@opentelemetry/api') ?? []);
    const packed = await packedKilobytes('@authmeter/core');
    return {
      rows: [
        ...LOADED.map((name) => {
          const time = median(times.get(name) ?? []);
          return {
            what: `require('${name}')`,
            figure: `${time.toFixed(1)} ms`,
            beside: `${(time / api).toFixed(2)} × the API alone`,
          };
        }),
        { what: '@authmeter/core, packed', figure: `${packed.toFixed(0)} kB` },
      ],
      // The core loads the API too: its price is that of both.
      ratios: {
        'import/api': median(times.get('@authmeter/core') ?? []) / api,
        'packed core kB': packed,
      },
      spread: 0,
    };
  },
};
