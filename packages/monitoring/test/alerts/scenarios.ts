import { ALERT_CATALOGUE } from '@authmeter/core/conventions';
import { dashboardOfAlert } from '../../src/rules/dashboard-of-alert';
import type { AlertCase } from './alert-case';
import { inputSeries, upSeries, type InputSeries } from './input-series';
import {
  firesFor,
  fireTogether,
  neverFires,
  type ExprTest,
  type PromtoolTest,
} from './promtool-test';
import type { Traffic } from './traffic';

/** What every alert has to stand, each a sentence that begins with its name. */
export const SCENARIOS: Readonly<Record<string, (alertCase: AlertCase) => PromtoolTest>> = {
  'is silent just below its limit': (alertCase) =>
    silent(alertCase, (minutes) => inputSeries(alertCase.below, minutes)),

  'fires just above its limit, after its time, with what else fires': (alertCase) => {
    const { alert, above, firesAt, also = [] } = alertCase;
    return group(inputSeries(above, firesAt), [
      ...notYet(alertCase),
      firesFor(alert, firesAt, [labelsOf(alertCase)]),
      fireTogether([alert, ...also], firesAt),
    ]);
  },

  'says what the value is, what to do and where to look': (alertCase) => {
    const { alert, above, firesAt } = alertCase;
    return {
      ...group(inputSeries(above, firesAt), []),
      alert_rule_test: [
        {
          eval_time: `${firesAt}m`,
          alertname: alert,
          exp_alerts: [
            { exp_labels: labelsOf(alertCase), exp_annotations: annotationsOf(alertCase) },
          ],
        },
      ],
    };
  },

  'knows how much traffic it takes': ({ lowTraffic, ...alertCase }) => {
    if (!lowTraffic.fires) {
      return silent(alertCase, (minutes) => inputSeries(lowTraffic.traffic, minutes));
    }
    const expr = `count(ALERTS{alertname="${alertCase.alert}",alertstate="firing"})`;
    const enough = {
      expr,
      eval_time: `${alertCase.firesAt}m`,
      exp_samples: [{ labels: '{}', value: 1 }],
    };
    return group(inputSeries(lowTraffic.traffic, alertCase.firesAt), [enough]);
  },

  'takes neither a restart nor a new instance for a burst': (alertCase) =>
    silent(alertCase, (minutes) => {
      const resetAt = alertCase.firesAt + 8;
      const half = { share: 0.5 };
      return [
        ...inputSeries(alertCase.below, minutes, { ...half, instance: 'shop-1', resetAt }),
        ...inputSeries(alertCase.below, minutes, { ...half, instance: 'shop-2', until: resetAt }),
        ...inputSeries(steady(alertCase.below), minutes, {
          ...half,
          instance: 'shop-3',
          from: resetAt,
        }),
      ];
    }),

  'adds up the instances of a job': (alertCase) => {
    const { alert, firesAt, above, below } = alertCase;
    // A gauge is bad on any instance, so only one of them is.
    const isGauge = above.some(({ level }) => level !== undefined);
    const instances = ['shop-1', 'shop-2', 'shop-3'].flatMap((instance, index) =>
      inputSeries(isGauge && index > 0 ? below : above, firesAt, { instance, share: 1 / 3 }),
    );
    return group(instances, [
      firesFor(alert, firesAt - 1, []),
      firesFor(alert, firesAt, [labelsOf(alertCase)]),
    ]);
  },

  'keeps jobs apart': (alertCase) => {
    const { alert, firesAt, above, below } = alertCase;
    return group(
      [
        ...inputSeries(above, firesAt),
        ...inputSeries(below, firesAt, { job: 'bank' }),
        ...inputSeries(below, firesAt, { job: 'mail' }),
      ],
      [firesFor(alert, firesAt, [labelsOf(alertCase)])],
    );
  },

  'is silent without data, and when the job is gone': (alertCase) => {
    const { alert, firesAt, above } = alertCase;
    const end = firesAt + 45;
    const gone = inputSeries(above, end, { job: 'bank', until: firesAt + 1 });
    return group(
      [upSeries(end), ...gone],
      [
        firesFor(alert, firesAt, [{ ...labelsOf(alertCase), job: 'bank' }]),
        firesFor(alert, end, []),
      ],
    );
  },
};

/** The scenarios that only one alert has to stand. */
export function specialScenarios(
  alertCase: AlertCase,
): readonly { readonly it: string; readonly test: PromtoolTest }[] {
  const minutes = alertCase.firesAt + 80;
  return (alertCase.specials ?? []).map(({ it, traffic, fires }) => ({
    it,
    test: fires
      ? group(inputSeries(traffic, minutes), [
          {
            expr: `count(count_over_time(ALERTS{alertname="${alertCase.alert}",alertstate="firing"}[${minutes + 1}m]))`,
            eval_time: `${minutes}m`,
            exp_samples: [{ labels: '{}', value: 1 }],
          },
        ])
      : group(inputSeries(traffic, minutes), [neverFires(alertCase.alert, minutes)]),
  }));
}

function silent(
  { alert, firesAt }: Pick<AlertCase, 'alert' | 'firesAt'>,
  series: (minutes: number) => readonly InputSeries[],
): PromtoolTest {
  const minutes = firesAt + 30;
  return group(series(minutes), [neverFires(alert, minutes)]);
}

function notYet(alertCase: AlertCase): readonly ExprTest[] {
  const { alert, firesAt, pends } = alertCase;
  const before = firesAt - 1;
  const pending = pends ? [labelsOf(alertCase)] : [];
  return [firesFor(alert, before, []), firesFor(alert, before, pending, 'pending')];
}

/** Without its phases: what a process that starts late does from then on. */
function steady(traffic: Traffic): Traffic {
  return traffic.map((flow) => ({ ...flow, phases: [flow.phases.at(-1) ?? flow.phases[0]] }));
}

function labelsOf({ severity, kept = {} }: AlertCase): Readonly<Record<string, string>> {
  return { job: 'shop', ...kept, severity, component: 'authentication' };
}

function annotationsOf({ alert, description }: AlertCase): Readonly<Record<string, string>> {
  const meaning = ALERT_CATALOGUE.find(({ name }) => name === alert)?.meaning ?? '';
  return {
    summary: `shop: ${meaning}`,
    description,
    runbook_url: `https://github.com/authmeter/authmeter/blob/main/docs/runbooks/${alert}.md`,
    dashboard_url: `http://localhost:3000/d/authmeter-${dashboardOfAlert(alert)}?var-job=shop`,
  };
}

function group(series: readonly InputSeries[], tests: readonly ExprTest[]): PromtoolTest {
  return { interval: '1m', input_series: series, promql_expr_test: tests };
}
