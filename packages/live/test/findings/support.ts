import type { AlertCondition } from '@authmeter/core/conventions';
import { alertLimits, type Thresholds } from '../../src/findings/alert-limits';
import { evaluateCondition } from '../../src/findings/evaluate-condition';
import type { Keeps } from '../../src/findings/holding';
import { SeriesReader } from '../../src/findings/series-reader';
import type { MetricPoint } from '../../src/ingest/metric-point';
import { LiveStore } from '../../src/store/live-store';

/** A store whose time goes by in steps of ten seconds, each with the same points. */
export function createStore() {
  const store = new LiveStore();
  let now = 0;
  return {
    store,
    /** Takes the points in each of so many steps of ten seconds. */
    run: (steps: number, ...points: readonly MetricPoint[]) => {
      for (let step = 0; step < steps; step += 1) {
        for (const point of points) store.take(point);
        now += 10_000;
        store.close({ endMilliseconds: now, durationSeconds: 10, isLate: false });
      }
      return now;
    },
    now: () => now,
  };
}

/** What holds of a condition: the values by group. */
export function judge(
  store: LiveStore,
  condition: AlertCondition,
  keeps: Keeps = [],
  thresholds: Thresholds = {},
  timeScale = 1,
): Readonly<Record<string, number | null>> {
  const limits = alertLimits(thresholds, timeScale);
  const reader = new SeriesReader(store);
  const held = evaluateCondition(condition, keeps, { reader, limits });
  return Object.fromEntries([...held].map(([key, { value }]) => [key, value]));
}
