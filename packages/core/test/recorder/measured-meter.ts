import { createFakeClock, createMetricsHarness, type FakeClock } from '@authmeter/testkit';
import type { MetricsHarness, MetricsHarnessOptions, MetricsSnapshot } from '@authmeter/testkit';
import type { Attributes } from '@opentelemetry/api';
import { DataPointType } from '@opentelemetry/sdk-metrics';
import { createAuthMeter, type AuthMeter } from '../../src/auth-meter';
import type { AuthObservation } from '../../src/model/auth-observation';
import type { AuthMeterOptions } from '../../src/options/auth-meter-options';

/** 2023-11-14T22:13:20Z. */
export const NOW_EPOCH_SECONDS = 1_700_000_000;

/** A meter on an SDK of its own, at a fixed instant. */
export interface MeasuredMeter {
  readonly harness: MetricsHarness;
  readonly clock: FakeClock;
  readonly meter: AuthMeter;
  /** Everything that is exported and not at its start of zero, a line for each series. */
  lines(): Promise<readonly string[]>;
}

export function createMeasuredMeter(
  options: AuthMeterOptions = {},
  sdkOptions: MetricsHarnessOptions = {},
): MeasuredMeter {
  const harness = createMetricsHarness(sdkOptions);
  const clock = createFakeClock(NOW_EPOCH_SECONDS * 1000);
  const meter = createAuthMeter({ meterProvider: harness.meterProvider, clock, ...options });
  return {
    harness,
    clock,
    meter,
    lines: async () => {
      // Series of the ledger are born at zero: their counts come with the second collection.
      await harness.collect();
      return exportedLines(await harness.collect());
    },
  };
}

/** What recording these observations exports. */
export async function linesOf(
  observations: readonly AuthObservation[],
  options?: AuthMeterOptions,
): Promise<readonly string[]> {
  const { meter, lines } = createMeasuredMeter(options);
  for (const observation of observations) meter.record(observation);
  return lines();
}

/** The points of a collection, `name{key=value,…} value` each; counters at zero are left out. */
export function exportedLines(snapshot: MetricsSnapshot): readonly string[] {
  return snapshot.names.flatMap((name) =>
    snapshot.metric(name)?.dataPointType === DataPointType.HISTOGRAM
      ? snapshot
          .distributions(name)
          .map(({ attributes, value: { count, sum } }) =>
            [name, series(attributes), ` count=${String(count)} sum=${String(sum)}`].join(''),
          )
      : snapshot
          .points(name)
          .map(({ attributes, value }) => `${name}${series(attributes)} ${String(value)}`),
  );
}

function series(attributes: Attributes): string {
  const pairs = Object.entries(attributes).map(([key, value]) => `${key}=${String(value)}`);
  return `{${pairs.sort().join(',')}}`;
}
