import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { PrometheusRules, RecordingRule } from '../../src';

/**
 * The part of a rule file that one alert needs: its rule and the recorded series that the rule names. Evaluating
 * all rules for every test would take a minute.
 */
export function rulesOfAlert(ruleFile: string, alert: string): PrometheusRules {
  const { groups } = parse(readFileSync(ruleFile, 'utf8')) as PrometheusRules;
  const rule = groups
    .flatMap(({ rules }) => rules)
    .find((candidate) => 'alert' in candidate && candidate.alert === alert);
  if (rule === undefined) throw new Error(`${ruleFile} has no alert ${alert}`);
  const words = new Set(rule.expr.match(/[A-Za-z_:][A-Za-z0-9_:]*/g));
  const isNeeded = (candidate: object): candidate is RecordingRule =>
    'record' in candidate && words.has(candidate.record as string);
  return {
    groups: groups.map(({ name, rules }) => ({
      name,
      rules: rules.filter((candidate) => candidate === rule || isNeeded(candidate)),
    })),
  };
}
