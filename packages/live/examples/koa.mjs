import { createLive } from '@authmeter/live';
import { authMetrics, observeAuth } from '@authmeter/koa';
import { metrics } from '@opentelemetry/api';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import Koa from 'koa';
import jwt from 'koa-jwt';

const live = createLive();
metrics.setGlobalMeterProvider(new MeterProvider({ readers: [live.reader] }));

const app = new Koa();
app.use(authMetrics());
// #region mount
app.use(live.koa());
// #endregion
app.use(observeAuth(jwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'] })));
app.use((ctx) => {
  ctx.body = { id: ctx.state.user.sub };
});
app.listen(process.env.PORT ?? 3000);
