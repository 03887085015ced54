import { authMetrics, observeAuth } from '@authmeter/express';
import { createLive } from '@authmeter/live';
import { metrics } from '@opentelemetry/api';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import express from 'express';
import { expressjwt } from 'express-jwt';

// #region authorize
const live = createLive({ authorize: (request) => request.auth?.role === 'operator' });
// #endregion
const pushed = new PeriodicExportingMetricReader({ exporter: new OTLPMetricExporter() });
metrics.setGlobalMeterProvider(new MeterProvider({ readers: [live.reader, pushed] }));

const authenticate = expressjwt({
  secret: process.env.JWT_SECRET,
  algorithms: ['HS256'],
  // A page cannot send a header of its own when it is opened, but it sends its cookies.
  getToken: ({ headers }) => /(?:^|; )session=([^;]+)/.exec(headers.cookie)?.[1],
});

const app = express();
app.use(authMetrics());
// #region mount
app.use('/auth-live', observeAuth(authenticate), live.express());
// #endregion
app.listen(process.env.PORT ?? 3000);
