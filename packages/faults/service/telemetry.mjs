import { createWriteStream } from 'node:fs';
import { createAuditLog, createAuditProcessor } from '@authmeter/audit';
import { diag, DiagConsoleLogger, DiagLogLevel } from '@opentelemetry/api';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http';
import {
  AggregationTemporalityPreference,
  OTLPMetricExporter,
} from '@opentelemetry/exporter-metrics-otlp-http';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { LoggerProvider } from '@opentelemetry/sdk-logs';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';

const THROWING_LOGGER = Object.fromEntries(
  ['error', 'warn', 'info', 'debug', 'verbose'].map((level) => [
    level,
    () => {
      throw new Error('the logger');
    },
  ]),
);

/** Diagnostics to the console, unless the logger is to throw. */
export function setLogger(isThrowing) {
  const logger = isThrowing ? THROWING_LOGGER : new DiagConsoleLogger();
  diag.setLogger(logger, DiagLogLevel.WARN);
}

/** A provider that pushes to `otlpUrl` and serves `metricsPort`, each where it is given. */
export function createMetrics({ otlpUrl, exportMilliseconds, isDelta, metricsPort, hangs }) {
  const pulled = new PrometheusExporter({
    withoutScopeInfo: true,
    host: '127.0.0.1',
    ...(metricsPort === undefined ? { preventServerStart: true } : { port: metricsPort }),
  });
  const preference = AggregationTemporalityPreference[isDelta ? 'DELTA' : 'CUMULATIVE'];
  const exporter = new OTLPMetricExporter({
    url: `${otlpUrl}/v1/metrics`,
    timeoutMillis: exportMilliseconds,
    temporalityPreference: preference,
  });
  const pushed = new PeriodicExportingMetricReader({
    exporter,
    exportIntervalMillis: exportMilliseconds,
    exportTimeoutMillis: exportMilliseconds,
  });
  const readers = otlpUrl === undefined ? [pulled] : [pulled, pushed];
  const provider = new MeterProvider({ readers });
  if (hangs) {
    provider
      .getMeter('the host')
      .createObservableGauge('host.queue.length')
      .addCallback(() => new Promise(() => undefined));
  }
  return { provider, exporter: pulled };
}

/** An audit log that writes to `auditFile`, or sends to `otlpUrl`. */
export function createAudit({ otlpUrl, exportMilliseconds, auditFile }) {
  if (auditFile !== undefined) {
    const audit = createAuditLog({ sink: () => createWriteStream(auditFile, { flags: 'a' }) });
    return { audit, shutdown: () => audit.shutdown() };
  }
  if (otlpUrl === undefined) {
    const audit = createAuditLog();
    return { audit, shutdown: () => audit.shutdown() };
  }
  const processor = createAuditProcessor({
    exporter: new OTLPLogExporter({
      url: `${otlpUrl}/v1/logs`,
      timeoutMillis: exportMilliseconds,
    }),
    delayMilliseconds: 50,
    retryMilliseconds: 50,
  });
  const loggerProvider = new LoggerProvider({ processors: [processor] });
  const audit = createAuditLog({ loggerProvider, processor });
  return {
    audit,
    shutdown: async () => {
      await audit.shutdown();
      await loggerProvider.shutdown();
    },
  };
}
