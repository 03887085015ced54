import type { Context } from 'koa';
import type { ServiceParts } from '../../service/service-parts';
import {
  requireAccessToken,
  requireApiKey,
  requirePartnerToken,
  requireRole,
  stateOf,
} from './guards';
import { limitRate } from './limit-rate';
import type { Route } from './route';

/** Everything below `/api`: what people, machines, partners and operators call. */
export function apiRoutes(parts: ServiceParts, introspectionUrl: string): readonly Route[] {
  const { apiKeys, signingKeys } = parts;
  const asPerson = requireAccessToken(parts);
  return [
    [
      'get',
      '/api/profile',
      asPerson,
      (ctx) => {
        const { auth } = stateOf(ctx);
        ctx.body = { id: auth?.sub, role: auth?.role };
      },
    ],
    [
      'post',
      '/api/keys',
      asPerson,
      (ctx) => {
        ctx.body = apiKeys.issue(stateOf(ctx).auth?.sub ?? '');
        ctx.status = 201;
      },
    ],
    [
      'delete',
      '/api/keys/:id',
      asPerson,
      (ctx) => {
        const { id } = (ctx as unknown as { params: { id: string } }).params;
        ctx.status = apiKeys.revoke(id, stateOf(ctx).auth?.sub ?? '') ? 204 : 404;
      },
    ],
    ['get', '/api/reports', requireApiKey(parts), limitRate('api', parts), serveNothing],
    ['get', '/api/orders', requirePartnerToken(parts, introspectionUrl), serveNothing],
    [
      'post',
      '/api/keys/rotate',
      asPerson,
      requireRole(parts, 'admin'),
      (ctx) => {
        signingKeys.rotate();
        ctx.status = 204;
      },
    ],
    [
      'get',
      '/.well-known/jwks.json',
      (ctx) => {
        ctx.body = signingKeys.publicKeySet();
      },
    ],
  ];
}

function serveNothing(ctx: Context): void {
  ctx.body = [];
}
