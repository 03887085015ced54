import { createWriteStream } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createAuditLog } from '@authmeter/audit';
import { createDetectors } from '@authmeter/detectors';
import {
  authMetrics,
  createAuthMeter,
  metricsEndpoint,
  observeAuth,
  observeLogin,
} from '@authmeter/express';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { verifyHeader } from '../http/tokens';
import { takeSample, type MemorySample } from './memory-sample';
import { RIGHT_PASSWORD } from './requests';

/** What the service tells its parent. */
export type ServiceMessage =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'sample'; readonly sample: MemorySample }
  | { readonly kind: 'detections'; readonly count: number };

/** Arguments: the file of audit events, and milliseconds between two looks at the memory. */
const [, , auditFile = '', sampleMilliseconds = ''] = process.argv;

const tell = (message: ServiceMessage): void => {
  // A parent that is gone has nothing to be told.
  process.send?.(message, undefined, undefined, () => undefined);
};

let detections = 0;
const exporter = new PrometheusExporter({ preventServerStart: true, withoutScopeInfo: true });
const audit = createAuditLog({ sink: () => createWriteStream(auditFile, { flags: 'a' }) });
const detectors = createDetectors({
  onDetection: ({ phase }) => {
    if (phase === 'started') detections += 1;
  },
});
const meter = createAuthMeter({
  meterProvider: new MeterProvider({ readers: [exporter] }),
  userIdKey: 'a key that only this soak knows',
  observers: [detectors, audit],
});

const guard: RequestHandler = (request, response, next) => {
  try {
    if (verifyHeader(request.headers.authorization) === undefined) response.status(401).end();
    else next();
  } catch (error) {
    next(error);
  }
};
const refuse: ErrorRequestHandler = (_error, _request, response, _next) => {
  response.status(401).end();
};
const logIn: RequestHandler<object, unknown, { name: string; password: string }> = (
  { body },
  response,
) => {
  response.status(body.password === RIGHT_PASSWORD ? 204 : 401).end();
};

const app = express();
app.get('/metrics', metricsEndpoint(exporter, { allow: () => true }));
app.use(authMetrics(meter, { trustedHops: 1 }));
app.get('/me', observeAuth(guard, { method: 'jwt' }), (_request, response) => {
  response.json({ ok: true });
});
app.post(
  '/login',
  express.json(),
  observeLogin(logIn, { meter, identify: ({ body }) => ({ accountId: body.name }) }),
);
app.use(refuse);

const server = app.listen(0, '127.0.0.1', () => {
  tell({ kind: 'listening', port: (server.address() as AddressInfo).port });
});
setInterval(() => {
  tell({ kind: 'sample', sample: takeSample() });
}, Number(sampleMilliseconds));
process.once('message', () => {
  tell({ kind: 'detections', count: detections });
});
process.once('disconnect', () => process.exit(0));
