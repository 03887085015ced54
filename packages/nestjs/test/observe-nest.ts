import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { createAuthMeter, type AuthMeter, type AuthMeterOptions } from '@authmeter/core';
import type { MetricDefinition } from '@authmeter/core/conventions';
import { createMetricsHarness, type MetricPoint } from '@authmeter/testkit';
import type { INestApplication, ModuleMetadata } from '@nestjs/common';
import { NestFactory, type AbstractHttpAdapter } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AuthMetricsModule, type AuthMetricsModuleOptions } from '../src';

/** The platforms that serve HTTP. */
export const PLATFORMS: readonly (readonly [name: string, create: () => AbstractHttpAdapter])[] = [
  ['Express', () => new ExpressAdapter()],
  ['Fastify', () => new FastifyAdapter()],
];

export interface ObserveNestOptions {
  readonly createAdapter?: () => AbstractHttpAdapter;
  readonly module?: (meter: AuthMeter) => AuthMetricsModuleOptions;
  readonly meter?: AuthMeterOptions;
  /** Called before the app listens. */
  readonly prepare?: (app: INestApplication) => unknown;
}

/** What a client saw, and what was counted. */
export interface ObservedNest<Result> {
  readonly result: Result;
  readonly points: (definition: MetricDefinition) => readonly MetricPoint[];
}

/**
 * Serves an app on a free port, lets a client play with it, and stops it: then every request is settled and
 * everything has been counted.
 */
export async function observeNest<Result>(
  root: ModuleMetadata,
  play: (url: string) => Promise<Result>,
  options: ObserveNestOptions = {},
): Promise<ObservedNest<Result>> {
  const harness = createMetricsHarness();
  const meter = createAuthMeter({ meterProvider: harness.meterProvider, ...options.meter });
  const metrics = AuthMetricsModule.forRoot({ meter, ...options.module?.(meter) });
  const { createAdapter = () => new ExpressAdapter() } = options;
  const app = await NestFactory.create(
    { ...root, module: class RootModule {}, imports: [metrics, ...(root.imports ?? [])] },
    createAdapter(),
    { logger: false, abortOnError: false },
  );
  await options.prepare?.(app);
  await app.listen(0, '127.0.0.1');
  const server = app.getHttpServer() as Server;
  let result: Result;
  try {
    const { port } = server.address() as AddressInfo;
    result = await play(`http://127.0.0.1:${String(port)}`);
  } finally {
    server.closeAllConnections();
    await app.close();
    await setImmediate();
  }
  // A ledger's series is born at zero and has its value at the collection after.
  await harness.collect();
  const snapshot = await harness.collect();
  return { result, points: ({ name }) => snapshot.points(name) };
}

/** The point of a failed attempt or login, counted once. */
export function failure(method: string, errorType: string, reason: string) {
  const attributes = { outcome: 'failure', 'error.type': errorType, reason, method };
  return [{ attributes, value: 1 }];
}

/** The point of a success, counted once. */
export function success(method: string) {
  return [{ attributes: { outcome: 'success', method }, value: 1 }];
}
