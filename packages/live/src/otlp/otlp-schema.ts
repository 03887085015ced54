import type { INamespace } from 'protobufjs';

type Fields = Readonly<Record<string, readonly [type: string, id: number, rule?: 'repeated']>>;

/**
 * The messages of an export of metrics, as far as they are read; the decoder skips what is not named. Field numbers and
 * types are those of `opentelemetry.proto.metrics.v1`, from the OpenTelemetry protocol specification.
 */
const MESSAGES: Readonly<Record<string, Fields>> = {
  ExportMetricsServiceRequest: { resourceMetrics: ['ResourceMetrics', 1, 'repeated'] },
  ResourceMetrics: { resource: ['Resource', 1], scopeMetrics: ['ScopeMetrics', 2, 'repeated'] },
  Resource: { attributes: ['KeyValue', 1, 'repeated'] },
  ScopeMetrics: { scope: ['Scope', 1], metrics: ['Metric', 2, 'repeated'] },
  Scope: { name: ['string', 1], version: ['string', 2] },
  Metric: {
    name: ['string', 1],
    gauge: ['Gauge', 5],
    sum: ['Sum', 7],
    histogram: ['Histogram', 9],
    exponentialHistogram: ['ExponentialHistogram', 10],
  },
  Gauge: { dataPoints: ['NumberDataPoint', 1, 'repeated'] },
  Sum: { dataPoints: ['NumberDataPoint', 1, 'repeated'], aggregationTemporality: ['int32', 2] },
  Histogram: {
    dataPoints: ['HistogramDataPoint', 1, 'repeated'],
    aggregationTemporality: ['int32', 2],
  },
  ExponentialHistogram: {
    dataPoints: ['ExponentialHistogramDataPoint', 1, 'repeated'],
    aggregationTemporality: ['int32', 2],
  },
  NumberDataPoint: {
    startTimeUnixNano: ['fixed64', 2],
    timeUnixNano: ['fixed64', 3],
    asDouble: ['double', 4],
    asInt: ['sfixed64', 6],
    attributes: ['KeyValue', 7, 'repeated'],
    flags: ['uint32', 8],
  },
  HistogramDataPoint: {
    startTimeUnixNano: ['fixed64', 2],
    timeUnixNano: ['fixed64', 3],
    sum: ['double', 5],
    bucketCounts: ['fixed64', 6, 'repeated'],
    explicitBounds: ['double', 7, 'repeated'],
    attributes: ['KeyValue', 9, 'repeated'],
    flags: ['uint32', 10],
  },
  ExponentialHistogramDataPoint: {
    attributes: ['KeyValue', 1, 'repeated'],
    startTimeUnixNano: ['fixed64', 2],
    timeUnixNano: ['fixed64', 3],
    sum: ['double', 5],
    scale: ['sint32', 6],
    zeroCount: ['fixed64', 7],
    positive: ['Buckets', 8],
    flags: ['uint32', 10],
  },
  Buckets: { offset: ['sint32', 1], bucketCounts: ['uint64', 2, 'repeated'] },
  KeyValue: { key: ['string', 1], value: ['AnyValue', 2] },
  AnyValue: {
    stringValue: ['string', 1],
    boolValue: ['bool', 2],
    intValue: ['int64', 3],
    doubleValue: ['double', 4],
  },
};

/** The same in the form that protobufjs reads. */
export const OTLP_SCHEMA: INamespace = {
  nested: Object.fromEntries(
    Object.entries(MESSAGES).map(([message, fields]) => [
      message,
      {
        fields: Object.fromEntries(
          Object.entries(fields).map(([field, [type, id, rule]]) => [
            field,
            { type, id, ...(rule === undefined ? {} : { rule }) },
          ]),
        ),
      },
    ]),
  ),
};

/** The message that an export is. */
export const OTLP_EXPORT = 'ExportMetricsServiceRequest';
