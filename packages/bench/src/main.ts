import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GOALS, judgeGoal } from './goals';
import type { Effort } from './measure/interleave';
import { PARTS } from './parts/parts';
import { readArguments } from './read-arguments';
import { renderPage, type MeasuredPart } from './report/render-page';

const PAGE = join(__dirname, '../../../docs/benchmarks.md');
const WHOLE: Effort = { rounds: 7, milliseconds: 60 };
const SHORT: Effort = { rounds: 3, milliseconds: 25 };

async function main(): Promise<number> {
  const { parts, json, short } = readArguments(process.argv.slice(2), PARTS);
  const measured: MeasuredPart[] = [];
  for (const part of parts) {
    if (!json) process.stdout.write(`${part.title} …\n`);
    measured.push({ part, result: await part.measure(short ? SHORT : WHOLE) });
  }
  const isWhole = parts.length === PARTS.length && !short;
  if (json) {
    const ratios = Object.assign({}, ...measured.map(({ result }) => result.ratios)) as object;
    process.stdout.write(`${JSON.stringify(ratios)}\n`);
  } else {
    process.stdout.write(`${renderPage(measured, '')}\n`);
  }
  if (isWhole) writeFileSync(PAGE, renderPage(measured, readPage()));
  return short ? countMissed(measured) : 0;
}

function readPage(): string {
  try {
    return readFileSync(PAGE, 'utf8');
  } catch {
    return '';
  }
}

function countMissed(measured: readonly MeasuredPart[]): number {
  return measured.flatMap(({ result: { ratios, spread } }) =>
    GOALS.filter((goal) => {
      const value = ratios[goal.ratio];
      return value !== undefined && judgeGoal(goal, value, spread) === 'missed';
    }),
  ).length;
}

main().then(
  (missed) => {
    process.exit(missed === 0 ? 0 : 1);
  },
  (error: unknown) => {
    process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  },
);
