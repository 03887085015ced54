import { pathOf, SYSTEM_CLOCK } from '@authmeter/core';
import { createGate } from '../http/gate';
import { PageServer } from '../http/page-server';
import { routeOf } from '../http/routes';
import { resolveLiveOptions } from '../live-options';
import { listenOnLoopback } from '../mount/listen';
import type { LiveServer } from '../mount/live';
import { OtlpSource } from './otlp-source';
import { isExport, receiveExport } from './receive-otlp';

/** Started by hand on this machine: what a service's own environment says does not matter. */
const GATE = { authorize: undefined, allowedHosts: [], refusesInProduction: false };

/**
 * Receives OTLP on a port of the loopback interface and serves the page of whoever sends there. Rejects when the port
 * is taken.
 */
export async function startReceiver(port: number): Promise<LiveServer> {
  const { session } = resolveLiveOptions();
  const source = new OtlpSource(session, SYSTEM_CLOCK);
  const pages = new PageServer(source, GATE);
  const judge = createGate(GATE);
  const listening = await listenOnLoopback(port, (request, response) => {
    const path = pathOf(request);
    if (isExport(request, path)) {
      void receiveExport(request, response, judge, (taken) => {
        source.take(taken);
      });
    } else {
      const route = routeOf(path, '') ?? 'nothing';
      void pages.serve({ request, response, subject: request, route, path });
    }
  });
  return {
    ...listening,
    close: async () => {
      source.stop();
      await listening.close();
    },
  };
}
