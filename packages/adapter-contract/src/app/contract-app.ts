import type { AuthMeter } from '@authmeter/core';
import type { ContractRoute } from './contract-route';
import { failingRoutes } from './failing-routes';
import { guardedRoutes } from './guarded-routes';
import { layeredRoutes } from './layered-routes';
import { loginRoutes } from './login-routes';
import { operationRoutes } from './operation-routes';
import { statusOf } from './status-of';
import { unguardedRoutes } from './unguarded-routes';

/**
 * The application that every adapter builds in its framework: the adapter's own middleware first, with the
 * operations of the routes and otherwise default options, then the routes, then an error handler.
 */
export interface ContractApp {
  /** For everything that the adapter mounts or wraps. */
  readonly meter: AuthMeter;
  readonly routes: readonly ContractRoute[];
  /** The status with which the error handler answers. */
  readonly statusOf: (error: unknown) => number;
  /** Resolves when a request has arrived where it waits until its client has left. */
  readonly hasArrived: Promise<void>;
}

/** Makes the application anew, with nothing but a meter. */
export function createContractApp(meter: AuthMeter): ContractApp {
  let arrive = (): void => undefined;
  const hasArrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  return {
    meter,
    routes: [
      ...guardedRoutes(meter, arrive),
      ...layeredRoutes(meter),
      ...failingRoutes(meter),
      ...unguardedRoutes(),
      ...loginRoutes(meter),
      ...operationRoutes(meter),
    ],
    statusOf,
    hasArrived,
  };
}
