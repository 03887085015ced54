import { isMainThread } from 'node:worker_threads';
import { substituteMeterProvider } from '@authmeter/core';
import { AuthInstrumentation } from '../auth-instrumentation';
import { readLiveRequest } from '../live/live-request';
import { startMetrics } from '../metrics/start-metrics';
import { tell } from '../tell';
import { readEnvironment, type Environment } from './read-environment';
import { registerLoader } from './register-loader';

const REGISTERED = Symbol.for('authmeter.registered');

/**
 * Starts everything that an environment asks for, once in a process: the loader for ES modules, the instrumentation,
 * and metrics and the live page of its own.
 *
 * @throws AuthmeterOptionError for a variable that cannot be used.
 */
export function registerOnce(environment: Environment): void {
  const shared = globalThis as { [REGISTERED]?: true };
  if (shared[REGISTERED] === true) {
    tell('debug', 'registered already');
    return;
  }
  const settings = readEnvironment(environment);
  shared[REGISTERED] = true;
  registerLoader();
  // A worker has the same variables, and would open the same ports.
  if (isMainThread) {
    const request = { metrics: settings.metrics, live: readLiveRequest(environment) };
    substituteMeterProvider(startMetrics(request, environment));
  }
  new AuthInstrumentation(settings.config);
}
