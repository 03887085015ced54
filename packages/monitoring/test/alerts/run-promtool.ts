import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requirePeer } from '@authmeter/testkit';
import type { PrometheusRules } from '../../src';
import type { PromtoolTest } from './promtool-test';

const ENTITIES: Readonly<Record<string, string>> = {
  '&#34;': '"',
  '&#39;': "'",
  '&#xA;': '\n',
  '&#x9;': '\t',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};
const CASE = /<testcase name="([^"]*)">(?:<failure>([\s\S]*?)<\/failure>)?<\/testcase>/g;

/** Tests of one set of rules. */
export interface PromtoolRun {
  /** Absolute path of a rule file, or what it holds. */
  readonly rules: string | PrometheusRules;
  /** By name; no other run has the same. */
  readonly tests: ReadonlyMap<string, PromtoolTest>;
}

/**
 * Runs tests in one process of promtool.
 * @returns by name, what promtool said of a test that failed, and an empty text for one that passed
 * @throws {Error} with what promtool wrote when it could not run the tests
 */
export function runPromtool(runs: readonly PromtoolRun[]): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'authmeter-promtool-'));
  try {
    const report = join(folder, 'report.xml');
    const files = runs.map((run, index) => writeRun(folder, index, run));
    const promtool = requirePeer('promtool');
    const { stdout, stderr } = spawnSync(
      promtool,
      ['test', 'rules', `--junit=${report}`, ...files],
      { encoding: 'utf8' },
    );
    const found = [...readReport(report).matchAll(CASE)];
    const expected = runs.reduce((sum, { tests }) => sum + tests.size, 0);
    if (found.length !== expected) throw new Error(`promtool: ${stdout}${stderr}`.slice(0, 4000));
    return new Map(found.map(([, name = '', failure = '']) => [decode(name), decode(failure)]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** JSON is YAML too. */
function writeRun(folder: string, index: number, { rules, tests }: PromtoolRun): string {
  let ruleFile = rules;
  if (typeof ruleFile !== 'string') {
    ruleFile = join(folder, `rules-${index}.json`);
    writeFileSync(ruleFile, JSON.stringify(rules));
  }
  const content = {
    rule_files: [ruleFile],
    evaluation_interval: '1m',
    // What is recorded first is seen by the alerts of the same minute.
    group_eval_order: ['authmeter-recordings', 'authmeter-alerts'],
    tests: [...tests].map(([name, test]) => ({ name, ...test })),
  };
  const file = join(folder, `tests-${index}.json`);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

function readReport(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function decode(text: string): string {
  return text.replaceAll(/&[#a-zA-Z0-9]+;/g, (entity) => ENTITIES[entity] ?? entity);
}
