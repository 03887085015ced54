import type { MeterProvider } from '@opentelemetry/api';
import { loadPeer } from './load-peer';
import type { MetricsRequest } from './metrics-request';
import { createReader } from './create-reader';

/** What is used of the SDK. */
export interface MetricsSdk {
  readonly MeterProvider: new (options: {
    readonly readers: readonly unknown[];
    readonly resource?: unknown;
  }) => MeterProvider & { shutdown(): Promise<void> };
  readonly PeriodicExportingMetricReader: new (options: {
    readonly exporter: unknown;
    readonly exportIntervalMillis?: number;
    readonly exportTimeoutMillis?: number;
  }) => unknown;
}

/** What is used to tell which service the metrics are of. */
interface Resources {
  readonly envDetector: unknown;
  defaultResource(): { merge(other: unknown): unknown };
  detectResources(options: { readonly detectors: readonly unknown[] }): unknown;
}

/** A provider of the instrumentation's own. */
export interface OwnProvider {
  readonly provider: MeterProvider;
  /** Exports what is left and ends. Never throws, never rejects. */
  shutdown(): Promise<void>;
}

/**
 * Makes a provider with the exporters that were asked for, from the host's own SDK. Undefined where something is not
 * installed; a warning says what.
 */
export function createProvider(
  { variable, exporters }: MetricsRequest,
  environment: NodeJS.ProcessEnv,
): OwnProvider | undefined {
  const sdk = loadPeer<MetricsSdk>(variable, '@opentelemetry/sdk-metrics');
  const resources = loadPeer<Resources>(variable, '@opentelemetry/resources');
  if (sdk === undefined || resources === undefined) return undefined;
  const readers = exporters
    .map((exporter) => createReader(exporter, `${variable}=${exporter}`, sdk, environment))
    .filter((reader) => reader !== undefined);
  if (readers.length === 0) return undefined;
  const detected = resources.detectResources({ detectors: [resources.envDetector] });
  const resource = resources.defaultResource().merge(detected);
  const provider = new sdk.MeterProvider({ readers, resource });
  return {
    provider,
    shutdown: () => provider.shutdown().catch(() => undefined),
  };
}
