import { diag, metrics, createNoopMeter, type MeterProvider } from '@opentelemetry/api';
import { onceListening } from '../servers/listening';
import { createProvider, type OwnProvider } from './create-provider';
import { shutDownWithProcess } from './shut-down-with-process';
import type { MetricsRequest } from './metrics-request';

/** A process without any server gets its metrics all the same. */
const LATEST_START_MILLISECONDS = 10_000;
const WATCH_MILLISECONDS = 1000;

/**
 * Starts a provider as asked, when the first HTTP server of the process listens: by then a host that has a provider has
 * registered it, and none is started. It is never registered globally; when the host registers one later, this one
 * hands over what it has and is shut down.
 *
 * @returns where the provider is found; undefined while there is none
 */
export function startMetrics(
  request: MetricsRequest | undefined,
  environment: NodeJS.ProcessEnv,
): () => MeterProvider | undefined {
  let own: OwnProvider | undefined;
  let isOver = false;
  if (request === undefined) return () => undefined;
  const start = (): void => {
    if (isOver) return;
    isOver = true;
    clearTimeout(latest);
    if (hasHostProvider()) {
      diag.info(`authmeter: the service has a MeterProvider, so ${request.variable} starts none`);
      return;
    }
    own = createProvider(request, environment);
    if (own !== undefined) giveWay(own);
  };
  const latest = setTimeout(start, LATEST_START_MILLISECONDS).unref();
  onceListening(start);
  return () => own?.provider;
}

function hasHostProvider(): boolean {
  return metrics.getMeterProvider().getMeter('@authmeter/instrumentation') !== NOOP_METER;
}

const NOOP_METER = createNoopMeter();

/** Ends our exporters once the host has its own, or the process ends. */
function giveWay(own: OwnProvider): void {
  const before = metrics.getMeterProvider();
  const watch = setInterval(() => {
    if (metrics.getMeterProvider() === before) return;
    clearInterval(watch);
    diag.info('authmeter: the service has registered a MeterProvider, which takes over');
    void own.shutdown();
  }, WATCH_MILLISECONDS);
  watch.unref();
  shutDownWithProcess(own);
}
