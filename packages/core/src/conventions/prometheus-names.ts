import type { MetricDefinition } from './metric-definition';

/** How instruments are spelled: `otel` with dots, `prometheus` as the series, for backends that translate nothing. */
export const INSTRUMENT_NAME_STYLES = ['otel', 'prometheus'] as const;
export type InstrumentNameStyle = (typeof INSTRUMENT_NAME_STYLES)[number];

/** The Prometheus label of an attribute key: `error.type` becomes `error_type`. */
export function prometheusLabel(attributeKey: string): string {
  return attributeKey.replaceAll('.', '_');
}

/**
 * The Prometheus series name of a metric, the same by pull and by OTLP. Counters gain `_total`; histograms
 * add `_bucket`, `_sum` and `_count` behind it.
 */
export function prometheusName(
  { name, kind }: Pick<MetricDefinition, 'name' | 'kind'>,
  namespace?: string,
): string {
  const prefixed = namespace === undefined ? name : `${namespace}.${name}`;
  const underscored = prefixed.replaceAll(/[^A-Za-z0-9]+/g, '_');
  return kind === 'counter' ? `${underscored}_total` : underscored;
}

/** The name under which the instrument is created. */
export function instrumentName(
  definition: Pick<MetricDefinition, 'name' | 'kind'>,
  namespace?: string,
  style: InstrumentNameStyle = 'otel',
): string {
  if (style === 'prometheus') return prometheusName(definition, namespace);
  return namespace === undefined ? definition.name : `${namespace}.${definition.name}`;
}
