import { createAuthMeter } from '@authmeter/core';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { quantile } from '../measure/statistics';
import { walkAttempts } from '../workload/attempts';
import type { Part } from './part';

/** Values that wait before they are handed to the SDK all at once. */
const VALUES_PER_DRAIN = 128;
const DRAINS_PER_ROUND = 200;
const WARM_UP_ROUNDS = 1;

/** Milliseconds that each of the longest calls took: those that had to hand the ring over. */
function timeDrains(drains: number): number[] {
  const meterProvider = new MeterProvider({
    readers: [new PrometheusExporter({ preventServerStart: true })],
  });
  const meter = createAuthMeter({ meterProvider });
  const next = walkAttempts();
  const times = Array.from({ length: drains * VALUES_PER_DRAIN }, () => {
    const { errorType, method } = next();
    const startedAt = performance.now();
    const durationSeconds = 0.02;
    if (errorType === undefined) {
      meter.record({ kind: 'attempt', outcome: 'success', method, durationSeconds });
    } else {
      meter.record({ kind: 'attempt', outcome: 'failure', errorType, method, durationSeconds });
    }
    return performance.now() - startedAt;
  });
  return times.sort((left, right) => right - left).slice(0, drains);
}

/** How long the loop stands still when values that waited are handed over. */
export const DRAIN: Part = {
  name: 'drain',
  title: 'The pause in which 128 durations are handed to the SDK',
  measure: ({ rounds }) => {
    timeDrains(WARM_UP_ROUNDS * DRAINS_PER_ROUND);
    const times = timeDrains(rounds * DRAINS_PER_ROUND);
    const [middle, late] = [quantile(times, 0.5), quantile(times, 0.99)];
    return Promise.resolve({
      rows: [
        { what: 'half of all pauses', figure: `at most ${middle.toFixed(3)} ms` },
        { what: '99 of 100 pauses', figure: `at most ${late.toFixed(3)} ms` },
      ],
      ratios: { 'drain p99 ms': late },
      spread: 0,
    });
  },
};
