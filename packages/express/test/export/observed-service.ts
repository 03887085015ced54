import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAuthMeter, type AuthMeter } from '@authmeter/core';
import {
  authMetrics,
  metricsEndpoint,
  observeAuth,
  type MetricsExporter,
} from '@authmeter/express';
import { createFakeClock } from '@authmeter/testkit';
import type { MeterProvider } from '@opentelemetry/api';
import express from 'express';
import jwt from 'jsonwebtoken';
import { OBSERVED_AT_EPOCH_MILLISECONDS } from './every-observation';

const SECRET = 'a secret that only this test knows';

/** An Express service whose metrics leave by whatever readers its provider has. */
export interface ObservedService {
  readonly url: string;
  readonly host: string;
  readonly meter: AuthMeter;
  /** Sends one request; resolves with the status. */
  request(token: 'good' | 'forged' | 'none'): Promise<number>;
  stop(): Promise<void>;
}

/** Starts the service on the given port, or a free one; `exporter` is served at `/metrics`. */
export async function startObservedService(
  exporter: MetricsExporter,
  {
    meterProvider,
    port = 0,
  }: { readonly meterProvider?: MeterProvider; readonly port?: number } = {},
): Promise<ObservedService> {
  const meter = createAuthMeter({
    ...(meterProvider === undefined ? {} : { meterProvider }),
    clock: createFakeClock(OBSERVED_AT_EPOCH_MILLISECONDS),
    limiters: ['login'],
    providers: ['github'],
    policies: ['admin'],
    dependencies: ['database', 'jwks'],
    userIdKey: 'a key of this test, long enough',
    locateCountry: () => 'NL',
  });
  const app = express();
  app.get('/metrics', metricsEndpoint(exporter, { allow: () => true }));
  app.use(authMetrics(meter, { identify: () => undefined }));
  const guard: express.RequestHandler = (request, _response, next) => {
    jwt.verify(request.headers.authorization?.slice('Bearer '.length) ?? '', SECRET);
    next();
  };
  app.get('/me', observeAuth(guard, { meter, method: 'jwt' }), (_request, response) => {
    response.sendStatus(204);
  });
  app.use(((_error, _request, response, _next) => {
    response.sendStatus(401);
  }) as express.ErrorRequestHandler);
  const server = await listen(app, port);
  const host = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const tokens = {
    good: { authorization: `Bearer ${jwt.sign({ sub: 'ada' }, SECRET)}` },
    forged: { authorization: `Bearer ${jwt.sign({ sub: 'ada' }, 'another secret')}` },
    none: {},
  };
  return {
    url: `http://${host}`,
    host,
    meter,
    request: async (token) => (await fetch(`http://${host}/me`, { headers: tokens[token] })).status,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

function listen(app: express.Express, port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = app.listen(port, '127.0.0.1', () => {
      resolve(server);
    });
  });
}
