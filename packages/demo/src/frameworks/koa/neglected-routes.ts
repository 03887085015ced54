import { observeAuth } from '@authmeter/koa';
import type { Context, Next } from 'koa';
import { checkBetaToken, isWarehouse } from '../../service/checks/neglected-checks';
import type { ServiceParts } from '../../service/service-parts';
import type { Route } from './route';

/** Two routes as they are found in real services: one that nobody observed, and one that nobody configured. */
export function neglectedRoutes({ meter }: ServiceParts): readonly Route[] {
  const requireBetaToken = async (ctx: Context, next: Next): Promise<void> => {
    checkBetaToken(ctx.headers.authorization);
    await next();
  };
  return [
    [
      'get',
      '/legacy/stock',
      (ctx) => {
        if (isWarehouse(ctx.headers.authorization)) ctx.body = [];
        else ctx.status = 401;
      },
    ],
    ['get', '/beta/search', observeAuth(requireBetaToken, { meter }), () => undefined],
  ];
}
