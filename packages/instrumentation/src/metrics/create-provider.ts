import type { MeterProvider } from '@opentelemetry/api';
import { createLivePage } from '../live/live-page';
import type { LiveRequest } from '../live/live-request';
import { createReader } from './create-reader';
import { loadPeer } from './load-peer';
import type { MetricsRequest } from './metrics-request';

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

/** What a provider of the instrumentation's own is for. */
export interface ProviderRequest {
  /** Exporters; undefined when none are asked for. */
  readonly metrics?: MetricsRequest | undefined;
  /** The live page; undefined when it is not asked for. */
  readonly live?: LiveRequest | undefined;
}

/** A provider of the instrumentation's own. */
export interface OwnProvider {
  readonly provider: MeterProvider;
  /** Exports what is left and ends. Never throws, never rejects. */
  shutdown(): Promise<void>;
}

/**
 * Makes a provider with the readers that were asked for, from the host's own SDK. Undefined where something is not
 * installed; a warning says what.
 */
export function createProvider(
  { metrics, live }: ProviderRequest,
  environment: NodeJS.ProcessEnv,
): OwnProvider | undefined {
  const whatFor = metrics?.variable ?? live?.whatFor ?? '';
  const sdk = loadPeer<MetricsSdk>(whatFor, '@opentelemetry/sdk-metrics');
  const resources = loadPeer<Resources>(whatFor, '@opentelemetry/resources');
  if (sdk === undefined || resources === undefined) return undefined;
  const page = live && createLivePage(live);
  const readers = [...exportersOf(metrics, sdk, environment), page?.reader].filter(
    (reader) => reader !== undefined,
  );
  if (readers.length === 0) return undefined;
  const detected = resources.detectResources({ detectors: [resources.envDetector] });
  const resource = resources.defaultResource().merge(detected);
  const provider = new sdk.MeterProvider({ readers, resource });
  page?.open();
  return {
    provider,
    shutdown: async () => {
      await Promise.all([provider.shutdown().catch(() => undefined), page?.close()]);
    },
  };
}

function exportersOf(
  request: MetricsRequest | undefined,
  sdk: MetricsSdk,
  environment: NodeJS.ProcessEnv,
): readonly unknown[] {
  if (request === undefined) return [];
  const { variable, exporters } = request;
  return exporters.map((exporter) =>
    createReader(exporter, `${variable}=${exporter}`, sdk, environment),
  );
}
