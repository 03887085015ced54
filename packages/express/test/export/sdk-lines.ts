import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { OTLPMetricExporter as OTLPMetricExporter2 } from 'otel2-exporter-metrics-otlp-http';
import { PrometheusExporter as PrometheusExporter2 } from 'otel2-exporter-prometheus';
import {
  MeterProvider as MeterProvider2,
  PeriodicExportingMetricReader as PeriodicExportingMetricReader2,
} from 'otel2-sdk-metrics';
import type { MetricsExporter } from '@authmeter/express';
import type { MeterProvider as ApiMeterProvider } from '@opentelemetry/api';

/** A provider with one reader that is scraped, and one that pushes to each receiver. */
export interface ExportPaths {
  readonly provider: ApiMeterProvider;
  readonly exporter: MetricsExporter;
  /** Collects and pushes now; resolves also when the push failed. */
  push(): Promise<void>;
  shutdown(): Promise<void>;
}

const NEVER_BY_ITSELF_MILLISECONDS = 3_600_000;
const PUSH_TIMEOUT_MILLISECONDS = 2000;
const PERIOD = {
  exportIntervalMillis: NEVER_BY_ITSELF_MILLISECONDS,
  exportTimeoutMillis: PUSH_TIMEOUT_MILLISECONDS,
};
const PULL = { preventServerStart: true, withoutScopeInfo: true };
const RESOURCE = resourceFromAttributes({
  'service.name': 'shop',
  'service.instance.id': 'shop-1',
});

function pushTo(otlpUrl: string) {
  return { url: otlpUrl, timeoutMillis: PUSH_TIMEOUT_MILLISECONDS };
}

/** The supported lines of the metrics SDK, each set up as a host would. */
export const SDK_LINES: Readonly<Record<string, (otlpUrls: readonly string[]) => ExportPaths>> = {
  '3.1': (otlpUrls) => {
    const exporter = new PrometheusExporter(PULL);
    const pushing = otlpUrls.map(
      (url) =>
        new PeriodicExportingMetricReader({
          ...PERIOD,
          exporter: new OTLPMetricExporter(pushTo(url)),
        }),
    );
    const provider = new MeterProvider({ resource: RESOURCE, readers: [exporter, ...pushing] });
    return pathsOf(provider, exporter, pushing);
  },
  '2.12': (otlpUrls) => {
    const exporter = new PrometheusExporter2(PULL);
    const pushing = otlpUrls.map(
      (url) =>
        new PeriodicExportingMetricReader2({
          ...PERIOD,
          exporter: new OTLPMetricExporter2(pushTo(url)),
        }),
    );
    const provider = new MeterProvider2({ resource: RESOURCE, readers: [exporter, ...pushing] });
    return pathsOf(provider, exporter, pushing);
  },
};

function pathsOf(
  provider: ApiMeterProvider & { shutdown(): Promise<void> },
  exporter: MetricsExporter,
  pushing: readonly { forceFlush(): Promise<void> }[],
): ExportPaths {
  return {
    provider,
    exporter,
    push: async () => {
      await Promise.all(pushing.map((reader) => reader.forceFlush().catch(() => undefined)));
    },
    shutdown: () => provider.shutdown(),
  };
}
