// A service with one login, measured as the pages for users say. Its one argument holds its settings as JSON; it writes
// its port, and ends in good order when it is told to.
import { createDetectors } from '@authmeter/detectors';
import { authMetrics, createAuthMeter, metricsEndpoint, observeLogin } from '@authmeter/express';
import express from 'express';
import { createAudit, createMetrics, setLogger } from './telemetry.mjs';

const settings = JSON.parse(process.argv[2]);
setLogger(settings.loggerThrows);
const { provider, exporter } = createMetrics(settings);
const { audit, shutdown: shutDownAudit } = createAudit(settings);
const meter = createAuthMeter({
  meterProvider: provider,
  userIdKey: 'a key that only this service knows',
  observers: [createDetectors(), audit],
  errorRules: settings.rulesThrow ? [failing] : [],
});

function failing() {
  throw new Error('a rule of the host');
}

const app = express();
app.get('/metrics', metricsEndpoint(exporter, { allow: () => true }));
app.use(authMetrics(meter));
app.use(express.json());

const logIn = observeLogin(
  ({ body }, response, next) => {
    if (body.password === 'right') response.sendStatus(204);
    else if (settings.rulesThrow) next(new Error('wrong password'));
    else response.sendStatus(401);
  },
  { meter, identify: ({ body }) => ({ accountId: body.name }) },
);
app.post('/login', logIn);
app.use((error, request, response, next) => {
  if (response.headersSent) next(error);
  else response.sendStatus(401);
});

// Nothing else of this process runs meanwhile.
app.post('/stall', (request, response) => {
  const until = performance.now() + Number(request.query.milliseconds);
  while (performance.now() < until);
  response.sendStatus(204);
});
app.post('/exit', () => process.exit(3));
app.post('/crash', () => {
  setImmediate(() => {
    throw new Error('of the host');
  });
});

const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${server.address().port}\n`);
});

process.once('SIGTERM', () => {
  server.closeAllConnections();
  server.close(async () => {
    await shutDownAudit();
    await provider.shutdown();
  });
});
