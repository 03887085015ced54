import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  MeterProvider,
  PeriodicExportingMetricReader,
  type IMetricReader,
} from '@opentelemetry/sdk-metrics';

const EXPORT_INTERVAL_MILLISECONDS = 5000;

/** Where the metrics go. */
export interface Telemetry {
  readonly meterProvider: MeterProvider;
  /** What `/metrics` serves. */
  readonly exporter: PrometheusExporter;
  /** Sends what is left, and ends. A collector that cannot be reached is reported through the diag logger. */
  stop(): Promise<void>;
}

/** Who measures, and where it goes. */
export interface TelemetryOptions {
  /** The resource's `service.name`. Default `authmeter-demo`. */
  readonly serviceName?: string;
  /** Base address of an OTLP/HTTP collector, as in `OTEL_EXPORTER_OTLP_ENDPOINT`; undefined: none. */
  readonly collectorUrl: string | undefined;
  /** Who else reads the metrics. Default: nobody. */
  readonly readers?: readonly IMetricReader[];
}

/** Sets up OpenTelemetry as an application does: pulled by Prometheus, and pushed as well where a collector is known. */
export function startTelemetry({
  serviceName = 'authmeter-demo',
  collectorUrl,
  readers = [],
}: TelemetryOptions): Telemetry {
  const exporter = new PrometheusExporter({ preventServerStart: true, withoutScopeInfo: true });
  const pushing =
    collectorUrl === undefined
      ? []
      : [
          new PeriodicExportingMetricReader({
            exporter: new OTLPMetricExporter({
              url: `${collectorUrl.replace(/\/$/, '')}/v1/metrics`,
            }),
            exportIntervalMillis: EXPORT_INTERVAL_MILLISECONDS,
          }),
        ];
  const meterProvider = new MeterProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    readers: [exporter, ...pushing, ...readers],
  });
  return {
    meterProvider,
    exporter,
    stop: () => meterProvider.shutdown(),
  };
}
