import { identityOf, type HttpParts } from '@authmeter/core';
import type { Context, Response } from 'koa';

/** What auth libraries leave in the state of a request. */
interface AuthState {
  /** The account: koa-jwt, koa-passport and most others. */
  readonly user?: unknown;
  readonly auth?: unknown;
  /** Why koa-jwt could not verify a token that it lets pass all the same. */
  readonly jwtOriginalError?: unknown;
  /** What koa-ratelimit tells of a request that it refused, and other limiters of every request. */
  readonly rateLimit?: unknown;
}

/** The state of a request as auth libraries leave it. */
export function authStateOf(ctx: Context): AuthState {
  const state: unknown = ctx.state;
  return state ?? {};
}

/** Koa's context in the words of core. */
export function partsOf(ctx: Context): HttpParts<Context, Response> {
  return {
    request: ctx,
    response: ctx.response,
    // Mounted apps and routers shorten the url of Node's request; the context keeps the whole one.
    message: ctx,
    key: ctx.req,
    answer: ctx.res,
    identity: () => {
      const { auth, user } = authStateOf(ctx);
      return identityOf(auth, user);
    },
  };
}
