import { createAuthHealth, type AuthHealthOptions } from '@authmeter/core';
import type { Middleware } from 'koa';

/**
 * Answers whether authentication can work: 200 when every dependency is up, 503 otherwise, with result and time of
 * each check as JSON. Each run feeds `auth.dependency.up`.
 *
 * @throws AuthmeterOptionError at set-up for an option that cannot be used. Never throws into a request.
 */
export function authHealth(options: AuthHealthOptions): Middleware {
  const check = createAuthHealth('authHealth', options);
  return async function serveHealth(ctx) {
    const { status, headers, report } = await check(ctx.req);
    ctx.status = status;
    ctx.set(headers);
    ctx.body = report;
  };
}
