import { authMetrics, observeAuth } from '@authmeter/koa';
import type { JwtPayload } from 'jsonwebtoken';
import Koa, { type Context, type Next } from 'koa';
import { handMadeOf, timeByHand, type CreateListener } from './contender';
import { authmeter } from './recorders';
import { verifyHeader } from './tokens';

async function guard(ctx: Context, next: Next): Promise<void> {
  const claims = verifyHeader(ctx.headers.authorization);
  if (claims === undefined) {
    ctx.status = 401;
    return;
  }
  ctx.state['user'] = claims;
  await next();
}

/** A Koa 3 application. */
export const createKoaListener: CreateListener = (contender) => {
  const app = new Koa();
  const handMade = handMadeOf(contender);
  app.use(async (ctx, next) => {
    try {
      await next();
    } catch {
      ctx.status = 401;
    }
  });
  if (handMade !== undefined) {
    app.use((ctx, next) => {
      timeByHand(handMade, ctx.res, () => ctx.state['user'] as JwtPayload | undefined);
      return next();
    });
  }
  if (contender === 'ours') app.use(authMetrics(authmeter()));
  app.use(contender === 'ours' ? observeAuth(guard, { method: 'jwt' }) : guard);
  app.use((ctx) => {
    ctx.body = { ok: true };
  });
  // Answers 404 to nothing: the callback is typed for requests alone.
  const callback = app.callback();
  return (request, response) => {
    void callback(request, response);
  };
};
