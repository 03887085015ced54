import { createWriteStream } from 'node:fs';
import { createAuditLog } from '@authmeter/audit';
import { createDetectors } from '@authmeter/detectors';
import { authMetrics, createAuthMeter, metricsEndpoint, observeLogin } from '@authmeter/express';
import { createLive } from '@authmeter/live';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import express from 'express';

// #region meter
const live = createLive();
const exporter = new PrometheusExporter({ preventServerStart: true, withoutScopeInfo: true });
const file = process.env.AUDIT_FILE ?? 'audit.jsonl';
const audit = createAuditLog({ sink: () => createWriteStream(file, { flags: 'a' }) });
const meter = createAuthMeter({
  meterProvider: new MeterProvider({ readers: [live.reader, exporter] }),
  methods: ['password'],
  userIdKey: process.env.AUTH_USER_ID_KEY,
  observers: [createDetectors(), audit],
});
// #endregion

const app = express();
app.get('/metrics', metricsEndpoint(exporter, { bearer: process.env.METRICS_TOKEN }));
app.use(authMetrics(meter));
app.use('/auth-live', live.express());
app.use(express.urlencoded());
const logIn = observeLogin(
  ({ body }, response) => {
    response.sendStatus(body.password === 'correct horse' ? 204 : 401);
  },
  { meter, identify: ({ body }) => ({ accountId: body.name }) },
);
app.post('/login', logIn);
const server = app.listen(process.env.PORT ?? 3000);

process.once('SIGTERM', () => {
  server.close(() => void audit.shutdown());
  server.closeAllConnections();
});
