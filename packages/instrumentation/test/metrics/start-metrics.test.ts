import { startOtlpSink } from '@authmeter/adapter-contract';
import { createAuthMeter, substituteMeterProvider } from '@authmeter/core';
import { TOKEN_VALIDATIONS } from '@authmeter/core/conventions';
import { createMetricsHarness, findFreePort, pollUntil } from '@authmeter/testkit';
import { diag, DiagLogLevel, metrics, type MeterProvider } from '@opentelemetry/api';
import type { ProviderRequest } from '../../src/metrics/create-provider';
import type { MetricsRequest } from '../../src/metrics/metrics-request';
import { startMetrics } from '../../src/metrics/start-metrics';
import { tellListening } from '../../src/servers/listening';

const request = (...exporters: MetricsRequest['exporters']): ProviderRequest => {
  return { metrics: { variable: 'AUTHMETER_METRICS', exporters } };
};

/** Collects what is told to the diagnostics of OpenTelemetry. */
function listenToDiag(): string[] {
  const lines: string[] = [];
  const keep = (line: unknown): void => {
    lines.push(String(line));
  };
  const logger = { error: keep, warn: keep, info: keep, debug: keep, verbose: keep };
  diag.setLogger(logger, { logLevel: DiagLogLevel.INFO, suppressOverrideMessage: true });
  return lines;
}

describe('startMetrics', () => {
  const listening = (['SIGTERM', 'SIGINT'] as const).map(
    (signal) => [signal, process.listeners(signal)] as const,
  );
  const providers: (() => MeterProvider | undefined)[] = [];
  const start = (...parameters: Parameters<typeof startMetrics>) => {
    const provider = startMetrics(...parameters);
    substituteMeterProvider(provider);
    providers.push(provider);
    return provider;
  };

  afterEach(async () => {
    for (const provider of providers.splice(0)) {
      await (provider() as { shutdown?(): Promise<void> } | undefined)?.shutdown?.();
    }
    substituteMeterProvider(() => undefined);
    metrics.disable();
    diag.disable();
    for (const [signal, before] of listening) {
      for (const listener of process.listeners(signal)) {
        if (!before.includes(listener)) process.off(signal, listener);
      }
    }
  });

  it('starts nothing that was not asked for', () => {
    const provider = start({}, {});
    tellListening();

    expect(provider()).toBeUndefined();
  });

  it('serves what was counted, before and after, once a server listens', async () => {
    const port = await findFreePort();
    const environment = {
      OTEL_EXPORTER_PROMETHEUS_HOST: '127.0.0.1',
      OTEL_EXPORTER_PROMETHEUS_PORT: String(port),
      OTEL_SERVICE_NAME: 'orders',
    };
    const provider = start(request('prometheus'), environment);
    const meter = createAuthMeter();
    meter.startTokenValidation().succeed();
    expect(provider()).toBeUndefined();

    tellListening();
    meter.startTokenValidation().succeed();

    const scrape = await pollUntil(
      async () => {
        const response = await fetch(`http://127.0.0.1:${String(port)}/metrics`).catch(
          () => undefined,
        );
        return response?.text();
      },
      { what: 'the scrape' },
    );
    expect(scrape).toContain(
      'auth_token_validations_total{outcome="success",token_type="access"} 2',
    );
    expect(scrape).not.toContain('otel_scope_name');
  });

  it('pushes to where the environment says', async () => {
    const sink = await startOtlpSink();
    process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = sink.endpoint;
    const provider = start(request('otlp'), {
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
      OTEL_METRIC_EXPORT_INTERVAL: '50',
      OTEL_METRIC_EXPORT_TIMEOUT: '40',
    });
    const meter = createAuthMeter();
    tellListening();

    meter.startTokenValidation().succeed();

    const points = await pollUntil(
      () => {
        const found = sink.points(TOKEN_VALIDATIONS.name).filter(({ asDouble }) => asDouble === 1);
        return found.length > 0 ? found : undefined;
      },
      { what: 'the export' },
    );
    delete process.env['OTEL_EXPORTER_OTLP_ENDPOINT'];
    await (provider() as unknown as { shutdown(): Promise<void> }).shutdown();
    await sink.close();
    expect(points).toHaveLength(1);
  });

  it('starts none of what the SDK refuses, says why, and lets the server listen', () => {
    const emitWarning = jest.spyOn(process, 'emitWarning').mockReturnValue();
    const provider = start(request('otlp'), {
      OTEL_METRIC_EXPORT_INTERVAL: '50',
      OTEL_METRIC_EXPORT_TIMEOUT: '60000',
    });

    expect(tellListening).not.toThrow();

    expect(provider()).toBeUndefined();
    expect(emitWarning.mock.calls).toEqual([
      [
        'no metrics are started: exportIntervalMillis must be greater than or equal to exportTimeoutMillis',
        'AuthmeterWarning',
      ],
    ]);
    emitWarning.mockRestore();
  });

  it('starts none where the host has one, whatever was asked for', () => {
    const lines = listenToDiag();
    metrics.setGlobalMeterProvider(createMetricsHarness().meterProvider);
    const provider = start(request('prometheus'), {});

    tellListening();

    expect(provider()).toBeUndefined();
    expect(lines).toEqual([
      'authmeter: the service has a MeterProvider, so AUTHMETER_METRICS starts none',
    ]);
  });

  it('gives way to a provider that the host registers later, and never stands in its place', async () => {
    const lines = listenToDiag();
    const harness = createMetricsHarness();
    start(request('prometheus'), {
      OTEL_EXPORTER_PROMETHEUS_HOST: '127.0.0.1',
      OTEL_EXPORTER_PROMETHEUS_PORT: String(await findFreePort()),
    });
    const meter = createAuthMeter();
    tellListening();
    meter.startTokenValidation().succeed();

    const isRegistered = metrics.setGlobalMeterProvider(harness.meterProvider);
    meter.startTokenValidation().succeed();

    expect(isRegistered).toBe(true);
    expect(await harness.points(TOKEN_VALIDATIONS.name)).toEqual([
      { attributes: { outcome: 'success', token_type: 'access' }, value: 1 },
    ]);
    await pollUntil(() => lines.some((line) => line.includes('takes over')), {
      what: 'the word of its end',
    });
  });
});
