import type { RequestListener } from 'node:http';
import Koa from 'koa';

/** The class of an application of one of the supported lines of Koa. */
export type KoaClass = typeof Koa;

/** The types are those of Koa 3; what the tests use is the same in Koa 2. */
export const Koa2 = jest.requireActual<KoaClass>('koa2');
export const Koa3 = Koa;

export const KOA_VERSIONS: readonly (readonly [name: string, App: KoaClass])[] = [
  ['Koa 2', Koa2],
  ['Koa 3', Koa3],
];

/** An application of these middlewares that logs no errors, as Node's server takes it. */
export function listenerOf(App: KoaClass, ...middlewares: readonly Koa.Middleware[]) {
  const app = new App();
  app.silent = true;
  for (const middleware of middlewares) app.use(middleware);
  const answer = app.callback();
  const listener: RequestListener = (request, response) => void answer(request, response);
  return listener;
}

/** Answers what was thrown behind it with 401. */
export const answerError: Koa.Middleware = async (ctx, next) => {
  try {
    await next();
  } catch {
    ctx.status = 401;
  }
};

/** Answers 200. */
export const serve: Koa.Middleware = (ctx) => {
  ctx.body = 'served';
};

/** Answers 401. */
export const refuse: Koa.Middleware = (ctx) => {
  ctx.status = 401;
};
