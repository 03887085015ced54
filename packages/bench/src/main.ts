import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './child/run-child';
import { regressionsOf } from './goals';
import type { Part, PartResult } from './parts/part';
import { PARTS } from './parts/parts';
import { readArguments } from './read-arguments';
import { renderPage, type MeasuredPart } from './report/render-page';

const PAGE = join(__dirname, '../../../docs/benchmarks.md');

async function main(): Promise<number> {
  const { parts, json, short } = readArguments(process.argv.slice(2), PARTS);
  const tell = (text: string): void => {
    if (!json) process.stdout.write(text);
  };
  const measured: MeasuredPart[] = [];
  for (const part of parts) {
    tell(`${part.title} …\n`);
    measured.push({ part, result: await measure(part, short) });
  }
  const isWhole = parts.length === PARTS.length && !short;
  if (json) {
    const ratios = Object.assign({}, ...measured.map(({ result }) => result.ratios)) as object;
    process.stdout.write(`${JSON.stringify(ratios)}\n`);
  } else {
    process.stdout.write(`${renderPage(measured, '')}\n`);
  }
  if (isWhole) writeFileSync(PAGE, renderPage(measured, readPage()));
  return short ? countRegressions(measured, tell) : 0;
}

/** In a process of its own: code that other parts have run with other objects is slower than a service's. */
function measure(part: Part, isShort: boolean): Promise<PartResult> {
  return runChild('child/measure-part', [part.name, isShort ? 'short' : 'whole']);
}

/** Goals that got worse, and again when their part was measured once more: machines have their moods. */
async function countRegressions(
  measured: readonly MeasuredPart[],
  tell: (text: string) => void,
): Promise<number> {
  let regressions = 0;
  for (const { part, result } of measured) {
    if (regressionsOf(result).length === 0) continue;
    tell(`${part.title}, once more …\n`);
    const again = regressionsOf(await measure(part, false));
    for (const { ratio, value } of again)
      tell(`worse than before: ${ratio} is ${value.toPrecision(3)}\n`);
    regressions += again.length;
  }
  return regressions;
}

function readPage(): string {
  try {
    return readFileSync(PAGE, 'utf8');
  } catch {
    return '';
  }
}

main().then(
  (regressions) => {
    process.exit(regressions === 0 ? 0 : 1);
  },
  (error: unknown) => {
    process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  },
);
