import { metrics, createNoopMeter, type MeterProvider } from '@opentelemetry/api';
import { onceListening } from '../servers/listening';
import { createProvider, type OwnProvider, type ProviderRequest } from './create-provider';
import { shutDownWithProcess } from './shut-down-with-process';
import { warnHost } from './warn-host';
import { tell } from '../tell';

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
  request: ProviderRequest,
  environment: NodeJS.ProcessEnv,
): () => MeterProvider | undefined {
  let own: OwnProvider | undefined;
  let isOver = false;
  if (request.metrics === undefined && request.live === undefined) return () => undefined;
  const start = (): void => {
    if (isOver) return;
    isOver = true;
    clearTimeout(latest);
    if (hasHostProvider()) {
      tellHostProvider(request);
      return;
    }
    own = tryCreateProvider(request, environment);
    if (own !== undefined) giveWay(own, request);
  };
  const latest = setTimeout(start, LATEST_START_MILLISECONDS).unref();
  onceListening(start);
  return () => own?.provider;
}

/** The environment may hold what an exporter refuses; the server that begins to listen must not learn of it. */
function tryCreateProvider(
  request: ProviderRequest,
  environment: NodeJS.ProcessEnv,
): OwnProvider | undefined {
  try {
    return createProvider(request, environment);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'the SDK refused its options';
    warnHost(`no metrics are started: ${why}`);
    return undefined;
  }
}

function hasHostProvider(): boolean {
  return metrics.getMeterProvider().getMeter('@authmeter/instrumentation') !== NOOP_METER;
}

const NOOP_METER = createNoopMeter();

function tellHostProvider({ metrics: exporters, live }: ProviderRequest): void {
  if (exporters !== undefined) {
    tell('info', `the service has a MeterProvider, so ${exporters.variable} starts none`);
  }
  if (live !== undefined) tellUnreadable(live.whatFor, 'serves nothing');
}

/** A provider takes no reader later, so the page of ours cannot see what is counted there. */
function tellUnreadable(whatFor: string, what: string): void {
  warnHost(
    `${whatFor} ${what}: the metrics go to the MeterProvider of the service, which takes no reader later; put the reader of createLive() from @authmeter/live into its readers`,
  );
}

/** Ends our readers once the host has its own provider, or the process ends. */
function giveWay(own: OwnProvider, { live }: ProviderRequest): void {
  const before = metrics.getMeterProvider();
  const watch = setInterval(() => {
    if (metrics.getMeterProvider() === before) return;
    clearInterval(watch);
    tell('info', 'the service has registered a MeterProvider, which takes over');
    if (live !== undefined) tellUnreadable(live.whatFor, 'ends');
    void own.shutdown();
  }, WATCH_MILLISECONDS);
  watch.unref();
  shutDownWithProcess(own);
}
