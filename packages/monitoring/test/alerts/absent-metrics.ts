import { ATTEMPTS } from '@authmeter/core/conventions';
import { inputSeries, upSeries } from './input-series';
import { firesFor, fireTogether, neverFires, type PromtoolTest } from './promtool-test';
import { counts } from './traffic';

const ALERT = 'AuthMetricsAbsent';
const TRAFFIC = [counts(ATTEMPTS, { outcome: 'success', method: 'jwt' }, 100)];
const LABELS = { job: 'shop', severity: 'warning', component: 'authentication' };
const END = 40;
const HOURS_7 = 420;

/** What the alert on silence has to stand; its series end at minute 10. */
export const ABSENCE_TESTS: Readonly<Record<string, PromtoolTest>> = {
  'is silent while attempts are reported': test(
    [upSeries(END), ...inputSeries(TRAFFIC, END)],
    [neverFires(ALERT, END)],
  ),
  'fires five minutes after a job that is up reported its last, and alone': test(
    [upSeries(END), ...inputSeries(TRAFFIC, END, { until: 10 })],
    [
      firesFor(ALERT, 15, []),
      firesFor(ALERT, 15, [LABELS], 'pending'),
      firesFor(ALERT, 16, [LABELS]),
      fireTogether([ALERT], 16),
    ],
  ),
  'is silent when the job is gone altogether': test(
    [upSeries(END, {}, 0), ...inputSeries(TRAFFIC, END, { until: 10 })],
    [neverFires(ALERT, END)],
  ),
  'is silent for a job that never reported any': test(
    [upSeries(END, { job: 'other' })],
    [neverFires(ALERT, END)],
  ),
  'is silent while one instance of several still reports': test(
    [
      upSeries(END),
      upSeries(END, { instance: 'shop-2' }),
      ...inputSeries(TRAFFIC, END, { until: 10 }),
      ...inputSeries(TRAFFIC, END, { instance: 'shop-2' }),
    ],
    [neverFires(ALERT, END)],
  ),
  'is silent about a restart': test(
    [upSeries(END), ...inputSeries(TRAFFIC, END, { resetAt: 20 })],
    [neverFires(ALERT, END)],
  ),
  'fires without any traffic before': test(
    [
      upSeries(END),
      ...inputSeries([counts(ATTEMPTS, { outcome: 'failure' }, 0)], END, { until: 10 }),
    ],
    [firesFor(ALERT, 16, [LABELS])],
  ),
  'keeps jobs apart': test(
    [
      upSeries(END),
      upSeries(END, { job: 'bank', instance: 'bank-1' }),
      ...inputSeries(TRAFFIC, END, { until: 10 }),
      ...inputSeries(TRAFFIC, END, { job: 'bank' }),
    ],
    [firesFor(ALERT, 16, [LABELS])],
  ),
  'gives up after six hours': test(
    [upSeries(HOURS_7), ...inputSeries(TRAFFIC, HOURS_7, { until: 10 })],
    [firesFor(ALERT, 369, [LABELS]), firesFor(ALERT, 371, [])],
  ),
};

function test(
  series: PromtoolTest['input_series'],
  tests: PromtoolTest['promql_expr_test'],
): PromtoolTest {
  return { interval: '1m', input_series: series, promql_expr_test: tests };
}
