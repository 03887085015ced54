import {
  prometheusLabel,
  prometheusName,
  type MetricDefinition,
} from '@authmeter/core/conventions';

/** A stretch of a counter's life. */
export interface Phase {
  readonly minutes: number;
  /** Events a minute; need not be whole, so that limits can be approached closely. */
  readonly perMinute: number;
}

/** What one series of one instance does. */
export interface Flow {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** One after the other; the last one lasts until the end. */
  readonly phases: readonly [Phase, ...Phase[]];
  /** Set for a gauge, which stands at it. */
  readonly level?: number;
}

/** What one instance does. */
export type Traffic = readonly Flow[];

const FOR_EVER = 100_000;

/** A counter that grows evenly, or in phases. */
export function counts(
  metric: MetricDefinition,
  labels: Readonly<Record<string, string>>,
  ...rates: readonly [number | Phase, ...(number | Phase)[]]
): Flow {
  return {
    name: prometheusName(metric),
    labels: Object.fromEntries(
      Object.entries(labels).map(([key, value]) => [prometheusLabel(key), value]),
    ),
    phases: rates.map((rate) =>
      typeof rate === 'number' ? { minutes: FOR_EVER, perMinute: rate } : rate,
    ) as [Phase, ...Phase[]],
  };
}

/** Silence, then so many events within one minute, then silence. */
export function burst(
  metric: MetricDefinition,
  labels: Readonly<Record<string, string>>,
  events: number,
): Flow {
  return counts(
    metric,
    labels,
    { minutes: 10, perMinute: 0 },
    { minutes: 1, perMinute: events },
    0,
  );
}

/** A gauge that stands still. */
export function stands(
  metric: MetricDefinition,
  labels: Readonly<Record<string, string>>,
  level: number,
): Flow {
  return { ...counts(metric, labels, 0), level };
}

/** A histogram: by duration in seconds, how many a minute take so long. */
export function takes(
  metric: MetricDefinition,
  labels: Readonly<Record<string, string>>,
  perMinuteBySeconds: Readonly<Record<string, number>>,
): Traffic {
  const { buckets = [] } = metric;
  const groups = Object.entries(perMinuteBySeconds).map(
    ([seconds, perMinute]) => [Number(seconds), perMinute] as const,
  );
  const upTo = (bound: number): number =>
    groups.reduce((sum, [seconds, perMinute]) => sum + (seconds <= bound ? perMinute : 0), 0);
  const part = (suffix: string, perMinute: number, le?: string): Flow => {
    const flow = counts(metric, le === undefined ? labels : { ...labels, le }, perMinute);
    return { ...flow, name: `${flow.name}_${suffix}` };
  };
  return [
    ...buckets.map((bound) => part('bucket', upTo(bound), String(bound))),
    part('bucket', upTo(Infinity), '+Inf'),
    part('count', upTo(Infinity)),
    part(
      'sum',
      groups.reduce((sum, [seconds, perMinute]) => sum + seconds * perMinute, 0),
    ),
  ];
}
