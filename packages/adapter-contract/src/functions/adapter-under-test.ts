import type { RequestListener } from 'node:http';
import type { AuthMeter, MetricsExporter } from '@authmeter/core';

/** The functions that an adapter of middlewares exports, as tests call them: with any options, also wrong ones. */
export interface AdapterFunctions<Middleware> {
  authMetrics(meter?: AuthMeter, options?: object): Middleware;
  observeAuth(middleware: Middleware, options?: object): Middleware;
  observeLogin(handler: Middleware, options?: object): Middleware;
  observeRateLimit(limiter: Middleware, options: object): Middleware;
  metricsEndpoint(exporter: MetricsExporter, access: object): Middleware;
  authHealth(options: object): Middleware;
}

/** An adapter of middlewares, and the few words of its framework that the suites of its functions are written in. */
export interface AdapterUnderTest<Middleware> {
  readonly functions: AdapterFunctions<Middleware>;
  /** An app of these middlewares, whatever the method and the path; what is thrown or handed on is answered 401. */
  readonly listenerOf: (...middlewares: readonly Middleware[]) => RequestListener;
  /** Answers. */
  readonly answer: (status: number, headers?: Readonly<Record<string, string>>) => Middleware;
  /** Leaves properties where auth libraries leave them, and hands on. */
  readonly leave: (properties: object) => Middleware;
  /** Every way to refuse by an error, by its verb. */
  readonly refusals: Readonly<Record<string, (error: Error) => Middleware>>;
  /** A header of the response that callbacks of the host's get. */
  readonly headerOf: (response: unknown, name: string) => string;
}
