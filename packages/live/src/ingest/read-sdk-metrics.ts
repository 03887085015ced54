import type { MetricDefinition } from '@authmeter/core/conventions';
import { DataPointType, type MetricData, type ResourceMetrics } from '@opentelemetry/sdk-metrics';
import { explicitBucketsOf } from './exponential-buckets';
import { definitionOf } from './metric-names';
import type { MetricPoint } from './metric-point';

/** Hands over every point of Authmeter's metrics in a collection of the SDK; the rest of the host's is skipped. */
export function readSdkMetrics(
  { scopeMetrics }: Pick<ResourceMetrics, 'scopeMetrics'>,
  take: (point: MetricPoint) => void,
): void {
  for (const { metrics } of scopeMetrics) {
    for (const metric of metrics) {
      const definition = definitionOf(metric.descriptor.name);
      if (definition === undefined) continue;
      const isDistribution = definition.kind === 'histogram';
      for (const { attributes, value } of pointsOf(definition, metric)) {
        // A View may have turned one kind into another, which has no place here.
        if ((typeof value === 'object') === isDistribution) take({ definition, attributes, value });
      }
    }
  }
}

function pointsOf(
  { buckets = [] }: MetricDefinition,
  metric: MetricData,
): readonly Pick<MetricPoint, 'attributes' | 'value'>[] {
  switch (metric.dataPointType) {
    case DataPointType.SUM:
    case DataPointType.GAUGE:
      return metric.dataPoints;
    case DataPointType.HISTOGRAM:
      return metric.dataPoints.map(({ attributes, value }) => ({
        attributes,
        value: { ...value.buckets, sum: value.sum ?? 0 },
      }));
    case DataPointType.EXPONENTIAL_HISTOGRAM:
      return metric.dataPoints.map(({ attributes, value }) => ({
        attributes,
        value: explicitBucketsOf({ ...value, sum: value.sum ?? 0 }, buckets),
      }));
  }
}
