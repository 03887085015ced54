import { createAuthMeter, metricsEndpoint } from '@authmeter/express';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';

/** A meter of its own, and the handler that serves it. */
export function startMetrics(options) {
  const exporter = new PrometheusExporter({ preventServerStart: true, withoutScopeInfo: true });
  const meterProvider = new MeterProvider({ readers: [exporter] });
  return {
    meter: createAuthMeter({
      meterProvider,
      userIdKey: process.env.AUTH_USER_ID_KEY,
      ...options,
    }),
    serveMetrics: metricsEndpoint(exporter, { bearer: process.env.METRICS_TOKEN }),
  };
}
