import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { judgeSoak, renderSoak } from './render-soak';
import { runSoak } from './run-soak';

const USAGE = `pnpm soak [--minutes N] [--control]
  --minutes  how long the load lasts (default 30); what is shorter than 20 is printed and not recorded
  --control  the same service without Authmeter, to compare with
`;
const PAGE = join(__dirname, '../../../../docs/soak.md');
const DEFAULT_MINUTES = 30;
const LEAST_RECORDED_MINUTES = 20;
/** Samples and scrapes are so many in any run, so that a short one can be judged as well. */
const SAMPLES = 180;
const SCRAPES = 360;

async function main(): Promise<number> {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((argument) => argument !== '--'),
    options: { minutes: { type: 'string' }, control: { type: 'boolean', default: false } },
  });
  const minutes = Number(values.minutes ?? DEFAULT_MINUTES);
  if (!(minutes > 0)) {
    process.stderr.write(USAGE);
    return 2;
  }
  const loadMilliseconds = minutes * 60_000;
  const isControl = values.control;
  const result = await runSoak({
    isControl,
    loadMilliseconds,
    sampleMilliseconds: loadMilliseconds / SAMPLES,
    scrapeMilliseconds: loadMilliseconds / SCRAPES,
  });
  const text = renderSoak(result, isControl);
  process.stdout.write(`${text}\n`);
  if (minutes >= LEAST_RECORDED_MINUTES) record(isControl ? 'control' : 'soak', text);
  const { held, isExact } = judgeSoak(result);
  return isControl || (held.isFlat && isExact) ? 0 : 1;
}

/** Puts what was found between the marks of a block of the page. */
function record(block: string, text: string): void {
  const page = readFileSync(PAGE, 'utf8');
  const recorded = new RegExp(
    `(?<=<!-- measured: ${block} -->\\n\\n)[^]*(?=\\n\\n<!-- end: ${block} -->)`,
  );
  if (!recorded.test(page)) throw new Error(`docs/soak.md has no block ${block}`);
  writeFileSync(
    PAGE,
    page.replace(recorded, () => text),
  );
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`soak: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  },
);
