import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { judgeSoak, renderSoak } from './render-soak';
import { runSoak } from './run-soak';

const USAGE = `pnpm soak [--minutes N]
  --minutes  how long the load lasts (default 30); what is shorter than 30 is printed and not recorded
`;
const PAGE = join(__dirname, '../../../../docs/soak.md');
const RECORDED = /(?<=<!-- measured: soak -->\n\n)[^]*(?=\n\n<!-- end: soak -->)/;
const WHOLE_MINUTES = 30;
/** Samples and scrapes are so many in any run, so that a short one can be judged as well. */
const SAMPLES = 180;
const SCRAPES = 360;

async function main(): Promise<number> {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((argument) => argument !== '--'),
    options: { minutes: { type: 'string' } },
  });
  const minutes = Number(values.minutes ?? WHOLE_MINUTES);
  if (!(minutes > 0)) {
    process.stderr.write(USAGE);
    return 2;
  }
  const loadMilliseconds = minutes * 60_000;
  const result = await runSoak({
    loadMilliseconds,
    sampleMilliseconds: loadMilliseconds / SAMPLES,
    scrapeMilliseconds: loadMilliseconds / SCRAPES,
  });
  const text = renderSoak(result);
  process.stdout.write(`${text}\n`);
  if (minutes >= WHOLE_MINUTES) record(text);
  const { held, isExact } = judgeSoak(result);
  return held.isFlat && isExact ? 0 : 1;
}

function record(text: string): void {
  const page = readFileSync(PAGE, 'utf8');
  if (!RECORDED.test(page)) throw new Error('docs/soak.md has no place for what was measured');
  writeFileSync(
    PAGE,
    page.replace(RECORDED, () => text),
  );
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`soak: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  },
);
