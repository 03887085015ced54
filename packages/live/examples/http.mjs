import { createServer } from 'node:http';
import { createAuthMeter } from '@authmeter/core';
import { createLive } from '@authmeter/live';
import { MeterProvider } from '@opentelemetry/sdk-metrics';

const live = createLive();
const meterProvider = new MeterProvider({ readers: [live.reader] });
const meter = createAuthMeter({ meterProvider });

// #region server
const server = createServer((request, response) => {
  if (live.answer({ request, response })) return;
  meter.record({ kind: 'attempt', outcome: 'failure', errorType: 'missing_auth', method: 'basic' });
  response.writeHead(401).end();
});
// #endregion
server.listen(process.env.PORT ?? 3000);
