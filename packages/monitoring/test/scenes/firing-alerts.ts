import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requirePeer } from '@authmeter/testkit';
import type { PrometheusRules } from '../../src';
import type { SeriesRecord } from './record-series';

/** The names in what promtool got, where it expected something that never comes. */
const NAME = /alertname="(\w+)"/g;
/** A line: either `nil` or all that there was. */
const GOT = /^\s*got:(.*)$/m;

/**
 * Runs the rules over a record.
 * @returns sorted, the alerts that fired in its last seconds
 */
export function firingAlerts(
  rules: PrometheusRules,
  record: SeriesRecord,
  scrapeSeconds: number,
  lastSeconds: number,
): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'authmeter-scene-'));
  try {
    const ruleFile = join(folder, 'rules.json');
    const testFile = join(folder, 'test.json');
    const end = (record.scrapes - 1) * scrapeSeconds;
    writeFileSync(ruleFile, JSON.stringify(rules));
    const test = {
      interval: `${scrapeSeconds}s`,
      input_series: record.series(),
      promql_expr_test: [
        {
          expr: `group by (alertname) (max_over_time(ALERTS{alertstate="firing"}[${lastSeconds}s]))`,
          eval_time: `${end}s`,
          exp_samples: [{ labels: '{alertname="marker"}', value: 1 }],
        },
      ],
    };
    writeFileSync(
      testFile,
      JSON.stringify({
        rule_files: [ruleFile],
        evaluation_interval: `${scrapeSeconds}s`,
        group_eval_order: ['authmeter-recordings', 'authmeter-alerts'],
        tests: [test],
      }),
    );
    const { stdout, stderr } = spawnSync(requirePeer('promtool'), ['test', 'rules', testFile], {
      encoding: 'utf8',
    });
    const [, got] = GOT.exec(`${stdout}${stderr}`) ?? [];
    if (got === undefined) throw new Error(`promtool: ${stdout}${stderr}`.slice(0, 4000));
    return [...got.matchAll(NAME)].map(([, name = '']) => name).sort();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
