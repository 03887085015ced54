import {
  createAuthHealth,
  exchangeInProgress,
  getDefaultAuthMeter,
  type AuthHealthOptions as HealthChecks,
  type AuthMeter,
} from '@authmeter/core';
import type { Middleware } from './middleware';

export interface AuthHealthOptions extends HealthChecks {
  /** Default: the default meter. */
  readonly meter?: AuthMeter;
}

/**
 * Answers whether authentication can work: 200 when every dependency is up, 503 otherwise, with result and time of
 * each check as JSON. Each run feeds `auth.dependency.up`.
 *
 * @throws AuthmeterOptionError at set-up for an option that cannot be used. Never throws into a request.
 */
export function authHealth({
  meter = getDefaultAuthMeter(),
  ...options
}: AuthHealthOptions): Middleware {
  const check = createAuthHealth('authHealth', meter, options);
  return async function serveHealth(request, response) {
    exchangeInProgress(request)?.abandon();
    const report = await check();
    response.writeHead(report.status === 'up' ? 200 : 503, {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
    });
    response.end(JSON.stringify(report));
  };
}
