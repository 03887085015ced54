import { ALERT_CATALOGUE } from '@authmeter/core/conventions';
import { describeWithPeers } from '@authmeter/testkit';
import { GENERATED_RULES } from '../generated-files';
import { ABSENCE_TESTS } from './absent-metrics';
import { ALERT_CASES } from './cases/all-cases';
import type { PromtoolTest } from './promtool-test';
import { rulesOfAlert } from './rules-of-alert';
import { runPromtool } from './run-promtool';
import { SCENARIOS, specialScenarios } from './scenarios';

const TIMEOUT_MILLISECONDS = 180_000;

/** By name of the alert, its tests by what they say. */
const TESTS: ReadonlyMap<string, ReadonlyMap<string, PromtoolTest>> = new Map([
  ...ALERT_CASES.map(
    (alertCase) =>
      [
        alertCase.alert,
        new Map([
          ...Object.entries(SCENARIOS).map(([it, test]) => [it, test(alertCase)] as const),
          ...specialScenarios(alertCase).map(({ it, test }) => [it, test] as const),
        ]),
      ] as const,
  ),
  ['AuthMetricsAbsent', new Map(Object.entries(ABSENCE_TESTS))] as const,
]);

/** What looks at other alerts too. */
const NEEDS_ALL_RULES: ReadonlySet<string> = new Set([
  'fires just above its limit, after its time, with what else fires',
]);

/** The chosen tests of an alert, under names of their own. */
function named(
  alert: string,
  tests: ReadonlyMap<string, PromtoolTest>,
  isChosen: (it: string) => boolean,
): ReadonlyMap<string, PromtoolTest> {
  return new Map(
    [...tests].filter(([it]) => isChosen(it)).map(([it, test]) => [`${alert} ${it}`, test]),
  );
}

it('tests every alert', () => {
  expect([...TESTS.keys()].sort()).toEqual(ALERT_CATALOGUE.map(({ name }) => name).sort());
});

describeWithPeers(['promtool'], 'the committed rules, run by promtool', () => {
  let failures: ReadonlyMap<string, string>;

  beforeAll(() => {
    failures = runPromtool([
      ...[...TESTS].map(([alert, tests]) => ({
        rules: rulesOfAlert(GENERATED_RULES, alert),
        tests: named(alert, tests, (it) => !NEEDS_ALL_RULES.has(it)),
      })),
      {
        rules: GENERATED_RULES,
        tests: new Map(
          [...TESTS].flatMap(([alert, tests]) => [
            ...named(alert, tests, (it) => NEEDS_ALL_RULES.has(it)),
          ]),
        ),
      },
    ]);
  }, TIMEOUT_MILLISECONDS);

  describe.each([...TESTS.keys()])('%s', (alert) => {
    it.each([...(TESTS.get(alert)?.keys() ?? [])])('%s', (sentence) => {
      expect(failures.get(`${alert} ${sentence}`)).toBe('');
    });
  });
});
