import { createMetricsHarness, type HistogramValue } from '@authmeter/testkit';
import { createAuthMeter, type AuthMeter } from '../../src/auth-meter';
import { METRIC_CATALOGUE } from '../../src/conventions';
import type { AuthMeterOptions } from '../../src/options/auth-meter-options';

/** One series of a counter: its attributes and how far it has counted. */
export type CountedSeries = Readonly<Record<string, unknown>>;

/** A meter over a real SDK. */
export interface OpenMeter {
  readonly meter: AuthMeter;
  /**
   * Every counter series that is not zero, by metric: what is not listed was not counted. Those of an address or
   * an account are born at zero, so the first call lists none of them.
   */
  counted(): Promise<Readonly<Record<string, readonly CountedSeries[]>>>;
  /** The distributions of one histogram, by their attributes. */
  measured(name: string): Promise<readonly (HistogramValue & { attributes: unknown })[]>;
}

/** @param create Makes the meter; another copy of the package has another one. */
export function openMeter(options: AuthMeterOptions = {}, create = createAuthMeter): OpenMeter {
  const harness = createMetricsHarness();
  const meter = create({ meterProvider: harness.meterProvider, ...options });
  return {
    meter,
    counted: async () => {
      const snapshot = await harness.collect();
      const counters = METRIC_CATALOGUE.filter(
        ({ kind }) => kind === 'counter' || kind === 'upDownCounter',
      );
      const series = counters.map(({ name }) => {
        const points = snapshot.points(name).filter(({ value }) => value !== 0);
        return [name, points.map(({ attributes, value }) => ({ ...attributes, value }))] as const;
      });
      return Object.fromEntries(series.filter(([, points]) => points.length > 0));
    },
    measured: async (name) => {
      const points = await harness.distributions(name);
      return points.map(({ attributes, value }) => ({ ...value, attributes }));
    },
  };
}
