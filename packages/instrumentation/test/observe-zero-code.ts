import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { METRIC_CATALOGUE } from '@authmeter/core/conventions';
import { createMetricsHarness } from '@authmeter/testkit';
import { AuthInstrumentation } from '../src';
import type { AuthInstrumentationConfig } from '../src/config';

/** Every counter series that is not zero, as `name{label="value"} count`, sorted; those of sources are left out. */
export type CountedLines = readonly string[];

/** What a client saw, and what was counted. */
export interface Observed<Result> {
  readonly result: Result;
  readonly counted: CountedLines;
}

export interface ObserveOptions {
  readonly config?: AuthInstrumentationConfig;
}

/** Runs something while an instrumentation is enabled, and tells what was counted. */
export async function observeZeroCode<Result>(
  run: () => Result | Promise<Result>,
  { config = {} }: ObserveOptions = {},
): Promise<Observed<Result>> {
  const harness = createMetricsHarness();
  const { meterOptions, ...others } = config;
  const instrumentation = new AuthInstrumentation({
    ...others,
    ...(config.meter === undefined
      ? { meterOptions: { meterProvider: harness.meterProvider, ...meterOptions } }
      : {}),
  });
  try {
    const result = await run();
    const snapshot = await harness.collect();
    const counted = METRIC_CATALOGUE.flatMap(({ name, kind }) =>
      kind === 'counter' && !LEDGERS.includes(name)
        ? snapshot.points(name).map(({ attributes, value }) => lineOf(name, attributes, value))
        : [],
    );
    return { result, counted: counted.filter((line) => !line.endsWith(' 0')).sort() };
  } finally {
    instrumentation.disable();
  }
}

const LEDGERS: readonly string[] = [
  'auth.source.failures',
  'auth.account.failures',
  'auth.rate_limit.hits',
];

/** A point in one line, its attributes in the order of their names. */
function lineOf(name: string, attributes: object, value: number): string {
  const labels = Object.entries(attributes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, label]) => `${key}=${String(label)}`);
  return `${name} ${labels.join(' ')} ${String(value)}`;
}

/** Serves a listener on a free port, lets a client play with it, and stops it: then every request is settled. */
export async function serve<Result>(
  listener: (request: IncomingMessage, response: ServerResponse) => unknown,
  play: (url: string) => Promise<Result>,
): Promise<Result> {
  const server = createServer((request, response) => void listener(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    return await play(`http://127.0.0.1:${String(port)}`);
  } finally {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
    await new Promise(setImmediate);
  }
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
