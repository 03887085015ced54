import { createServer } from 'node:http';
import { createAuthMeter, type AuthObserver } from '@authmeter/core';
import { HostMetrics } from '@opentelemetry/host-metrics';
import { RuntimeNodeInstrumentation } from '@opentelemetry/instrumentation-runtime-node';
import { listenOnLoopback } from '../service/listen-on-loopback';
import { startTelemetry } from '../start-telemetry';
import { createRandomSource, pickWeighted } from '../traffic/random-source';
import { originOfVisit } from '../traffic/visit-origin';
import { tellCredentials, type PortalCredentials } from './credentials';
import { EVERYDAY_VISITS } from './everyday-visits';
import type { PortalVisit } from './portal-visit';
import { ODDITIES } from './troubled-visits';

const ACCOUNTS = 40;
const MILLISECONDS_PER_SECOND = 1000;
const RUNTIME_PRECISION_MILLISECONDS = 500;

/** Countries of the documentation networks, made up: nobody lives there. */
const COUNTRY_OF_NETWORK: Readonly<Record<string, string>> = {
  '203.0.113.': 'NL',
  '198.51.100.': 'FR',
  '192.0.2.': 'DE',
};

/**
 * A second service, which has what the shop has not: sign-ins with identity providers, second factors, guests,
 * countries. Nobody calls it: what happens there is told to its meter by hand, as an application may that no adapter
 * fits. It is scraped like any other.
 */
export interface Portal extends PortalCredentials {
  /** `host:port`; serves `/metrics`. */
  readonly target: string;
  /** Plays one visit: one of an ordinary day, or one of those given. */
  visit(visits?: readonly PortalVisit[]): void;
  stop(): Promise<void>;
}

export interface PortalOptions {
  /** The same seed brings the same visits in the same order. */
  readonly seed: number;
  /** Port to listen on; any free one unless given. */
  readonly port?: number;
}

/** Starts the portal on this machine. */
export async function startPortal({ seed, port = 0 }: PortalOptions): Promise<Portal> {
  const telemetry = startTelemetry({ collectorUrl: undefined });
  const { meterProvider, exporter } = telemetry;
  const runtime = new RuntimeNodeInstrumentation({
    monitoringPrecision: RUNTIME_PRECISION_MILLISECONDS,
  });
  runtime.setMeterProvider(meterProvider);
  new HostMetrics({ meterProvider, metricGroups: ['process.cpu'] }).start();
  const meter = createAuthMeter({
    meterProvider,
    providers: ['acme', 'globex'],
    dependencies: ['identity_provider'],
    userIdKey: 'the key of a portal that nobody uses',
    locateCountry: (address) =>
      Object.entries(COUNTRY_OF_NETWORK).find(([network]) => address.startsWith(network))?.[1],
    observers: [FRAGILE_OBSERVER],
  });
  const { rotateKey } = tellCredentials(meter);
  const server = createServer((request, response) => {
    exporter.getMetricsRequestHandler(request, response);
  });
  const listening = await listenOnLoopback(server, [port]);
  const random = createRandomSource(seed);
  const ordinary = [...EVERYDAY_VISITS, ...ODDITIES];
  let visits = 0;
  return {
    target: new URL(listening.url).host,
    visit: (given = ordinary) => {
      visits += 1;
      const { observe } = pickWeighted(given, random);
      const visitor = {
        sourceAddress: originOfVisit(visits).address,
        accountId: `customer-${Math.floor(random() * ACCOUNTS)}`,
        random,
        nowEpochSeconds: Date.now() / MILLISECONDS_PER_SECOND,
      };
      for (const observation of observe(visitor)) meter.record(observation);
    },
    rotateKey,
    stop: async () => {
      runtime.disable();
      await listening.stop();
      await telemetry.stop();
    },
  };
}

/** An observer with a bug: what it throws is counted and harms nobody. */
const FRAGILE_OBSERVER: AuthObserver = {
  observe: ({ observation }) => {
    if (observation.kind === 'guest' && observation.event === 'rejected') {
      throw new RangeError('no guest has this number');
    }
  },
};
