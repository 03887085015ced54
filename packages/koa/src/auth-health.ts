import {
  createAuthHealth,
  exchangeInProgress,
  getDefaultAuthMeter,
  type AuthHealthOptions as HealthChecks,
  type AuthMeter,
} from '@authmeter/core';
import type { Middleware } from 'koa';

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
  return async function serveHealth(ctx) {
    exchangeInProgress(ctx.req)?.abandon();
    const report = await check();
    ctx.status = report.status === 'up' ? 200 : 503;
    ctx.set('Cache-Control', 'no-store');
    ctx.body = report;
  };
}
