import type { Context } from 'koa';

/** A middleware as it is wrapped: Koa's own type says `any` for what it returns. */
export type Middleware = (ctx: Context, next: () => Promise<unknown>) => unknown;

/** Any middleware, whatever its context is called in the host's types. */
export type AnyHandler = (ctx: never, next: never) => unknown;
