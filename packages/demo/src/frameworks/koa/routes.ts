import Router, { type RouterMiddleware } from '@koa/router';
import type { Middleware } from 'koa';
import type { ServiceParts } from '../../service/service-parts';
import { apiRoutes } from './api-routes';
import { authRoutes } from './auth-routes';
import { neglectedRoutes } from './neglected-routes';

/** Every route of the service. */
export function createRoutes(parts: ServiceParts, introspectionUrl: string): Middleware {
  const router = new Router();
  const routes = [
    ...authRoutes(parts, introspectionUrl),
    ...apiRoutes(parts, introspectionUrl),
    ...neglectedRoutes(parts),
  ];
  for (const [method, path, ...middlewares] of routes) {
    router[method](path, ...(middlewares as RouterMiddleware[]));
  }
  return router.routes() as Middleware;
}
