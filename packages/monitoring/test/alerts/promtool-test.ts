import type { InputSeries } from './input-series';

/** A test group of `promtool test rules` without its name; the parts that are used here. */
export interface PromtoolTest {
  readonly interval: '1m';
  readonly input_series: readonly InputSeries[];
  readonly promql_expr_test: readonly ExprTest[];
  readonly alert_rule_test?: readonly AlertRuleTest[];
}

export interface ExprTest {
  readonly expr: string;
  readonly eval_time: string;
  readonly exp_samples: readonly { readonly labels: string; readonly value: number }[];
}

export interface AlertRuleTest {
  readonly eval_time: string;
  readonly alertname: string;
  readonly exp_alerts: readonly {
    readonly exp_labels: Readonly<Record<string, string>>;
    readonly exp_annotations: Readonly<Record<string, string>>;
  }[];
}

/** The alert fires at that minute for exactly these sets of labels. */
export function firesFor(
  alert: string,
  minute: number,
  labelSets: readonly Readonly<Record<string, string>>[],
  state: 'firing' | 'pending' = 'firing',
): ExprTest {
  return {
    expr: `ALERTS{alertname="${alert}",alertstate="${state}"}`,
    eval_time: `${minute}m`,
    exp_samples: labelSets.map((labels) => ({
      labels: `ALERTS${braces({ alertname: alert, alertstate: state, ...labels })}`,
      value: 1,
    })),
  };
}

/** The alert fires at no minute up to this one. */
export function neverFires(alert: string, minute: number): ExprTest {
  return {
    expr: `count_over_time(ALERTS{alertname="${alert}",alertstate="firing"}[${minute + 1}m])`,
    eval_time: `${minute}m`,
    exp_samples: [],
  };
}

/** Exactly these alerts fire at that minute, each once. */
export function fireTogether(alerts: readonly string[], minute: number): ExprTest {
  return {
    expr: 'count by (alertname) (ALERTS{alertstate="firing"})',
    eval_time: `${minute}m`,
    exp_samples: alerts.map((alertname) => ({ labels: braces({ alertname }), value: 1 })),
  };
}

function braces(labels: Readonly<Record<string, string>>): string {
  return `{${Object.entries(labels)
    .map(([label, value]) => `${label}="${value}"`)
    .join(',')}}`;
}
