import { createAuthMeter } from '@authmeter/core';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AggregationTemporality,
  MeterProvider,
  PeriodicExportingMetricReader,
  type PushMetricExporter,
  type ViewOptions,
} from '@opentelemetry/sdk-metrics';
import { OTLPMetricExporter as JsonExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPMetricExporter as ProtobufExporter } from '@opentelemetry/exporter-metrics-otlp-proto';

export const ENCODINGS = ['json', 'protobuf'] as const;
export const TEMPORALITIES = ['cumulative', 'delta'] as const;

/** How a service pushes. */
export interface PushOptions {
  readonly encoding?: (typeof ENCODINGS)[number];
  readonly temporality?: (typeof TEMPORALITIES)[number];
  readonly resource?: Readonly<Record<string, string | number>>;
  readonly compressed?: boolean;
  readonly views?: readonly ViewOptions[];
}

/** A service that pushes when it is told to: real meter, real SDK, real exporter. */
export function createPusher(url: string, options: PushOptions = {}) {
  const { encoding = 'json', temporality = 'cumulative', resource = {}, views = [] } = options;
  const config = {
    url,
    temporalityPreference:
      temporality === 'delta' ? AggregationTemporality.DELTA : AggregationTemporality.CUMULATIVE,
    ...(options.compressed === true ? { compression: 'gzip' as never } : {}),
  };
  const exporter: PushMetricExporter =
    encoding === 'json' ? new JsonExporter(config) : new ProtobufExporter(config);
  const provider = new MeterProvider({
    readers: [new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 })],
    resource: resourceFromAttributes({ 'service.name': 'billing', ...resource }),
    views: [...views],
  });
  return {
    provider,
    meter: createAuthMeter({ meterProvider: provider, userIdKey: 'a key of this test alone' }),
    push: () => provider.forceFlush(),
    stop: () => provider.shutdown(),
  };
}
