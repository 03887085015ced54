import { loadPeer } from './load-peer';
import type { MetricsExporterName } from './metrics-request';
import type { MetricsSdk } from './create-provider';
import { warnHost } from './warn-host';

interface PrometheusModule {
  readonly PrometheusExporter: new (
    options: {
      readonly host?: string;
      readonly port?: number;
      readonly withoutScopeInfo: boolean;
    },
    /** Without an error once it listens. */
    onStarted: (error?: Error) => void,
  ) => unknown;
}

interface OtlpModule {
  readonly OTLPMetricExporter: new () => unknown;
}

/** The packages of each protocol of OTLP, in the order in which they are tried. */
const OTLP_PACKAGES: Readonly<Partial<Record<string, readonly string[]>>> = {
  grpc: ['@opentelemetry/exporter-metrics-otlp-grpc'],
  'http/json': ['@opentelemetry/exporter-metrics-otlp-http'],
  'http/protobuf': ['@opentelemetry/exporter-metrics-otlp-proto'],
};
const ANY_OTLP_PACKAGE = [
  '@opentelemetry/exporter-metrics-otlp-proto',
  '@opentelemetry/exporter-metrics-otlp-http',
] as const;

/**
 * Makes a reader that exports in one way, as the variables of OpenTelemetry say; undefined where the exporter is not
 * installed.
 */
export function createReader(
  exporter: MetricsExporterName,
  whatFor: string,
  sdk: MetricsSdk,
  environment: NodeJS.ProcessEnv,
): unknown {
  return exporter === 'prometheus'
    ? createPrometheusReader(whatFor, environment)
    : createOtlpReader(whatFor, sdk, environment);
}

function createPrometheusReader(whatFor: string, environment: NodeJS.ProcessEnv): unknown {
  const module = loadPeer<PrometheusModule>(whatFor, '@opentelemetry/exporter-prometheus');
  if (module === undefined) return undefined;
  const host = environment['OTEL_EXPORTER_PROMETHEUS_HOST'];
  const port = readNumber(environment['OTEL_EXPORTER_PROMETHEUS_PORT']);
  return new module.PrometheusExporter(
    {
      ...(host === undefined || host === '' ? {} : { host }),
      ...(port === undefined ? {} : { port }),
      withoutScopeInfo: true,
    },
    (error) => {
      if (error === undefined) return;
      const remedy = 'OTEL_EXPORTER_PROMETHEUS_PORT chooses another port';
      warnHost(`${whatFor} serves no metrics: ${error.message}. ${remedy}`);
    },
  );
}

function createOtlpReader(
  whatFor: string,
  sdk: MetricsSdk,
  environment: NodeJS.ProcessEnv,
): unknown {
  const protocol =
    environment['OTEL_EXPORTER_OTLP_METRICS_PROTOCOL'] ??
    environment['OTEL_EXPORTER_OTLP_PROTOCOL'];
  const packages = OTLP_PACKAGES[protocol ?? ''] ?? ANY_OTLP_PACKAGE;
  const module = loadPeer<OtlpModule>(whatFor, ...packages);
  if (module === undefined) return undefined;
  const exportIntervalMillis = readNumber(environment['OTEL_METRIC_EXPORT_INTERVAL']);
  const exportTimeoutMillis = readNumber(environment['OTEL_METRIC_EXPORT_TIMEOUT']);
  return new sdk.PeriodicExportingMetricReader({
    exporter: new module.OTLPMetricExporter(),
    ...(exportIntervalMillis === undefined ? {} : { exportIntervalMillis }),
    ...(exportTimeoutMillis === undefined ? {} : { exportTimeoutMillis }),
  });
}

/** A positive number; anything else is left to the exporter's default. */
function readNumber(text = ''): number | undefined {
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) && value > 0 ? value : undefined;
}
