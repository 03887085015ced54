import { createAuditLog, createAuditProcessor } from '@authmeter/audit';
import { authMetrics, createAuthMeter, observeLogin } from '@authmeter/express';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http';
import { LoggerProvider } from '@opentelemetry/sdk-logs';
import express from 'express';

const processor = createAuditProcessor({ exporter: new OTLPLogExporter() });
const loggerProvider = new LoggerProvider({ processors: [processor] });
const audit = createAuditLog({ loggerProvider, processor });
const meter = createAuthMeter({ observers: [audit], userIdKey: process.env.AUTH_USER_ID_KEY });

const app = express();
app.use(authMetrics(meter));
app.use(express.json());
const logIn = observeLogin(
  ({ body }, response) => {
    response.sendStatus(body.password === process.env.PASSWORD ? 204 : 401);
  },
  { meter, identify: ({ body }) => ({ accountId: body.name }) },
);
app.post('/login', logIn);
const server = app.listen(process.env.PORT ?? 3000);

process.once('SIGTERM', () => {
  server.close(async () => {
    await audit.shutdown();
    await loggerProvider.shutdown();
  });
});
