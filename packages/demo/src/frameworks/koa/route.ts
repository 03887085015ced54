import type { Middleware } from 'koa';

/** One route: where it is, and what stands there. */
export type Route = readonly [
  method: 'get' | 'post' | 'delete',
  path: string,
  ...middlewares: Middleware[],
];
