import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { createAuthMeter, type AuthMeter, type AuthMeterOptions } from '@authmeter/core';
import type { MetricDefinition } from '@authmeter/core/conventions';
import { createMetricsHarness } from '@authmeter/testkit';
import type { BetterAuthOptions } from 'better-auth' with { 'resolution-mode': 'import' };
import { authMetrics, observeHandler } from '../src';

/** What a test changes. */
export interface StartOptions {
  /** The options besides; plugins are put in front of ours. */
  readonly auth?: Omit<BetterAuthOptions, 'database' | 'baseURL' | 'secret'>;
  readonly meter?: AuthMeterOptions;
  /** Whether the handler is wrapped. Default true. */
  readonly isWrapped?: boolean;
}

/** A client with a cookie jar, as a browser has one. */
export interface Client {
  readonly cookies: Map<string, string>;
  readonly send: (
    path: string,
    body?: object,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Response>;
}

/** A Better Auth that runs on an embedded database and answers over HTTP. */
export interface RunningAuth {
  readonly auth: BetterAuth;
  readonly meter: AuthMeter;
  readonly origin: string;
  readonly createClient: () => Client;
  readonly database: DatabaseSync;
  /** The points of a counter, without zeros: attributes and value. */
  readonly points: (definition: MetricDefinition) => Promise<readonly [object, number][]>;
  /** The causes in a distribution, one for each value. */
  readonly causes: (definition: MetricDefinition) => Promise<readonly unknown[]>;
  readonly close: () => Promise<void>;
}

/** The parts of the instance that tests call. */
export interface BetterAuth {
  readonly handler: (request: Request) => Promise<Response>;
  readonly api: Readonly<Record<string, (input?: object) => Promise<unknown>>>;
}

/** An account. */
export const ADA = {
  name: 'Ada',
  email: 'ada@example.com',
  password: 'correct horse battery',
};

/** What a real hash costs is no business of these tests'. */
export const CHEAP_PASSWORDS = {
  hash: (password: string) => Promise.resolve(`hashed ${password}`),
  verify: ({ hash, password }: { readonly hash: string; readonly password: string }) =>
    Promise.resolve(hash === `hashed ${password}`),
};

const running: RunningAuth[] = [];

/** Closes everything that was started, also by a test that failed. */
export async function closeAll(): Promise<void> {
  await Promise.all(running.splice(0).map(({ close }) => close()));
}

/** Starts it on a free port. */
export async function startAuth({
  auth: { plugins, ...options } = {},
  meter: meterOptions = {},
  isWrapped = true,
}: StartOptions = {}): Promise<RunningAuth> {
  const { betterAuth } = await import('better-auth');
  const { getMigrations } = await import('better-auth/db/migration');
  const { toNodeHandler } = await import('better-auth/node');
  const harness = createMetricsHarness();
  const meter = createAuthMeter({ ...meterOptions, meterProvider: harness.meterProvider });
  let handle: (request: Request) => Promise<Response> = () =>
    Promise.reject(new Error('not started'));
  const server = createServer((request, response) => {
    void toNodeHandler(handle)(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const database = new DatabaseSync(':memory:');
  const settings: BetterAuthOptions = {
    logger: { disabled: true },
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, password: CHEAP_PASSWORDS },
    rateLimit: { enabled: false },
    // Under test Better Auth checks no origin unless it is told to.
    advanced: { disableOriginCheck: false },
    ...options,
    database,
    baseURL: origin,
    secret: 'a secret of the tests, long enough for everything',
    plugins: [...(plugins ?? []), authMetrics(meter)],
  };
  const auth = betterAuth(settings);
  await (await getMigrations(settings)).runMigrations();
  handle = isWrapped ? observeHandler(auth.handler, meter) : auth.handler;
  const started: RunningAuth = {
    auth: auth as unknown as BetterAuth,
    meter,
    origin,
    database,
    createClient: () => createClient(origin),
    points: async ({ name }) =>
      (await harness.points(name)).map(({ attributes, value }) => [attributes, value]),
    causes: async ({ name }) => {
      const distributions = (await harness.collect()).distributions(name);
      return distributions.flatMap(({ attributes, value }) =>
        Array<unknown>(value.count).fill(attributes['cause']),
      );
    },
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      await harness.shutdown();
    },
  };
  running.push(started);
  return started;
}

function createClient(origin: string): Client {
  const cookies = new Map<string, string>();
  return {
    cookies,
    send: async (path, body, headers = {}) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(`${origin}/api/auth${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        redirect: 'manual',
        headers: {
          origin,
          connection: 'close',
          ...(cookie === '' ? {} : { cookie }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (value === '' || /max-age=0/i.test(line)) cookies.delete(name);
        else cookies.set(name, value);
      }
      await response.clone().text();
      return response;
    },
  };
}
