import { authMetrics, metricsEndpoint } from '@authmeter/koa';
import { bodyParser } from '@koa/bodyparser';
import Koa, { type Middleware } from 'koa';
import { answerOf } from '../../service/answer-of';
import { accountOfForm } from '../../service/operations/log-in';
import { OPERATIONS } from '../../service/operations/operations';
import type { ServiceParts } from '../../service/service-parts';
import { isLocal, TRUSTED_HOPS, type Surroundings } from '../../service/surroundings';
import { createRoutes } from './routes';

/** The whole Koa app: Authmeter in front, the routes behind it. */
export function createApp(parts: ServiceParts, { exporter, introspectionUrl }: Surroundings): Koa {
  const app = new Koa({ proxy: true, maxIpsCount: TRUSTED_HOPS });
  const metrics = metricsEndpoint(exporter, { allow: ({ req }) => isLocal(req) });
  app.use(
    authMetrics(parts.meter, {
      trustedHops: TRUSTED_HOPS,
      operations: OPERATIONS,
      // Here and not at the login itself: what a limiter refuses never gets there.
      identify: ({ request }) => accountOfForm(parts, request.body),
    }),
  );
  app.use(async (ctx, next) => {
    await (ctx.path === '/metrics' ? metrics(ctx, next) : next());
  });
  app.use(answerErrors);
  app.use(bodyParser());
  app.use(createRoutes(parts, introspectionUrl));
  return app;
}

const answerErrors: Middleware = async (ctx, next) => {
  try {
    await next();
  } catch (error) {
    const { status, body } = answerOf(error);
    ctx.status = status;
    ctx.body = body;
  }
};
