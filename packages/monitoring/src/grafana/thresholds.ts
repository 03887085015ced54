import { ThresholdsConfigBuilder, ThresholdsMode } from '@grafana/grafana-foundation-sdk/dashboard';
import { STATE_COLOURS } from './colours';
import type { Limits } from './panel';

interface Step {
  /** Where the colour begins; null is below everything. */
  readonly value: number | null;
  readonly color: string;
}

/** The colour ranges that the limits divide the values into, lowest first. */
export function thresholdSteps({ bad, limits }: Limits): readonly Step[] {
  const rising = limits.toSorted((a, b) => a.value - b.value);
  if (bad === 'above') {
    return [
      { value: null, color: STATE_COLOURS.good },
      ...rising.map(({ value, severity }) => ({ value, color: STATE_COLOURS[severity] })),
    ];
  }
  const colours = [...rising.map(({ severity }) => STATE_COLOURS[severity]), STATE_COLOURS.good];
  return colours.map((color, index) => ({ value: rising[index - 1]?.value ?? null, color }));
}

/** The limits as Grafana knows them. */
export function buildThresholds(limits: Limits): ThresholdsConfigBuilder {
  return new ThresholdsConfigBuilder()
    .mode(ThresholdsMode.Absolute)
    .steps([...thresholdSteps(limits)]);
}
