import type { RequestListener, ServerOptions } from 'node:http';
import { createAuthMeter, type AuthMeter, type AuthMeterOptions } from '@authmeter/core';
import type { MetricDefinition } from '@authmeter/core/conventions';
import {
  createMetricsHarness,
  type HistogramValue,
  type MetricPoint,
  type MetricsSnapshot,
} from '@authmeter/testkit';
import { serveOnFreePort } from '../server/contract-server';

/** What a client saw, and what was counted. */
export interface ObservedApp<Result> {
  readonly result: Result;
  readonly points: (definition: MetricDefinition) => readonly MetricPoint[];
  readonly distributions: (definition: MetricDefinition) => readonly MetricPoint<HistogramValue>[];
}

export interface ObserveAppOptions {
  readonly meter?: AuthMeterOptions;
  readonly server?: ServerOptions;
}

/**
 * Serves an application on a free port, lets a client play with it, and stops it: then every request is settled
 * and everything has been counted.
 */
export async function observeApp<Result>(
  build: (meter: AuthMeter) => RequestListener,
  play: (url: string) => Promise<Result>,
  options: ObserveAppOptions = {},
): Promise<ObservedApp<Result>> {
  const harness = createMetricsHarness();
  const meter = createAuthMeter({ meterProvider: harness.meterProvider, ...options.meter });
  const server = await serveOnFreePort(build(meter), options.server);
  let result: Result;
  try {
    result = await play(`http://127.0.0.1:${String(server.port)}`);
  } finally {
    await server.close();
  }
  // A ledger's series is born at zero and has its value at the collection after.
  await harness.collect();
  const snapshot: MetricsSnapshot = await harness.collect();
  return {
    result,
    points: ({ name }) => snapshot.points(name),
    distributions: ({ name }) => snapshot.distributions(name),
  };
}

/** Gets paths one after another with the same headers; gives the statuses. */
export function get(
  headers: Record<string, string>,
  ...paths: readonly string[]
): (url: string) => Promise<readonly number[]> {
  return async (url) => {
    const statuses: number[] = [];
    for (const path of paths) {
      const response = await fetch(url + path, { headers, redirect: 'manual' });
      await response.arrayBuffer();
      statuses.push(response.status);
    }
    return statuses;
  };
}
