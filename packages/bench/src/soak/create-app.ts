import { createWriteStream } from 'node:fs';
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
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { verifyHeader } from '../http/tokens';
import { RIGHT_PASSWORD } from './requests';

/** An application, and how many attacks it has found. */
export interface SoakedApp {
  readonly app: Express;
  readonly countDetections: () => number;
}

type LogIn = RequestHandler<object, unknown, { name: string; password: string }>;

const guard: RequestHandler = (request, response, next) => {
  try {
    if (verifyHeader(request.headers.authorization) === undefined) response.status(401).end();
    else next();
  } catch (error) {
    next(error);
  }
};
const showOk: RequestHandler = (_request, response) => {
  response.json({ ok: true });
};
const refuse: ErrorRequestHandler = (_error, _request, response, _next) => {
  response.status(401).end();
};
const logIn: LogIn = ({ body }, response) => {
  response.status(body.password === RIGHT_PASSWORD ? 204 : 401).end();
};

/** The application with everything that Authmeter has for it. @param auditFile Where audit events are appended. */
export function createMeasuredApp(auditFile: string): SoakedApp {
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
  const app = express();
  app.get('/metrics', metricsEndpoint(exporter, { allow: () => true }));
  app.use(authMetrics(meter, { trustedHops: 1 }));
  app.get('/me', observeAuth(guard, { method: 'jwt' }), showOk);
  app.post(
    '/login',
    express.json(),
    observeLogin(logIn, { meter, identify: ({ body }) => ({ accountId: body.name }) }),
  );
  app.use(refuse);
  return { app, countDetections: () => detections };
}

/** The same application without Authmeter: what Node and Express do by themselves. */
export function createPlainApp(): SoakedApp {
  const app = express();
  app.get('/metrics', showOk);
  app.get('/me', guard, showOk);
  app.post('/login', express.json(), logIn);
  app.use(refuse);
  return { app, countDetections: () => 0 };
}
