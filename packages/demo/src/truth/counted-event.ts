import { prometheusName, type MetricDefinition } from '@authmeter/core/conventions';

/** One thing that the traffic did, as a metric should have counted it. */
export interface CountedEvent {
  readonly metric: MetricDefinition;
  /** Values by Prometheus label. */
  readonly labels: Readonly<Record<string, string>>;
  /** By how much; default 1. */
  readonly change?: number;
}

/** What an effect may depend on. */
export interface EffectSource {
  /** The network that the request seems to come from, as the service may show it. */
  readonly network: string;
  /** How many sessions of the account are open before the request. */
  readonly openSessions: number;
}

/** What an answer means: everything that has to be counted because of it. */
export type Effect = (source: EffectSource) => readonly CountedEvent[];

/** The Prometheus series that an event belongs to. */
export function seriesOf({ metric, labels }: CountedEvent): string {
  return formatSeries(prometheusName(metric), Object.entries(labels));
}

/** One series in one spelling, whatever the order of its labels. */
export function formatSeries(
  name: string,
  labels: Iterable<readonly [label: string, value: string]>,
): string {
  const sorted = [...labels].map(([label, value]) => `${label}="${value}"`).sort();
  return sorted.length === 0 ? name : `${name}{${sorted.join(',')}}`;
}
