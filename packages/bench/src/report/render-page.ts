import { cpus } from 'node:os';
import { GOALS, judgeGoal } from '../goals';
import type { Part, PartResult } from '../parts/part';

/** A part with what it found. */
export interface MeasuredPart {
  readonly part: Part;
  readonly result: PartResult;
}

/** Written by hand, kept when the page is written anew. */
const NOTES = /<!-- notes -->[^]*<!-- \/notes -->/;
const NO_NOTES = '<!-- notes -->\n<!-- /notes -->';

/** The page of a whole run. @param before The page as it stands; its notes are kept. */
export function renderPage(measured: readonly MeasuredPart[], before: string): string {
  const [notes = NO_NOTES] = NOTES.exec(before) ?? [];
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
  return [
    '# Benchmarks',
    '',
    'Written by `npx -y pnpm@12 bench`: everything side by side in one run, interleaved, medians of several rounds. The',
    'ratios are what counts; times are those of one machine.',
    '',
    `${processor}, ${String(cpus().length)} processors, Node ${process.versions.node}, ${process.platform}.`,
    '',
    '## Goals',
    '',
    '| What is compared | Goal | Measured | |',
    '| --- | --: | --: | --- |',
    ...measured.flatMap(({ result }) => goalRows(result)),
    '',
    notes,
    '',
    ...measured.flatMap(({ part, result }) => [
      `## ${part.title}`,
      '',
      `\`npx -y pnpm@12 bench ${part.name}\``,
      '',
      '| What | Figure | Beside |',
      '| --- | --: | --: |',
      ...result.rows.map(({ what, figure, beside = '' }) => `| ${what} | ${figure} | ${beside} |`),
      '',
      ...(result.spread > 0
        ? [
            `Against its own repetition the base strays by ${(result.spread * 100).toFixed(1)} %: no ratio is known better.`,
            '',
          ]
        : []),
    ]),
  ].join('\n');
}

function goalRows({ ratios, spread }: PartResult): string[] {
  return GOALS.flatMap((goal) => {
    const value = ratios[goal.ratio];
    if (value === undefined) return [];
    const state = judgeGoal(goal, value, spread);
    return [`| ${goal.what} | ${String(goal.limit)} | ${value.toPrecision(3)} | ${state} |`];
  });
}
