import { randomBytes } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import { createAuthHealth, createAuthMeter, prepareMetricsEndpoint } from '@authmeter/core';
import { createMailbox } from '../../service/accounts/mailbox';
import { listenOnLoopback } from '../../service/listen-on-loopback';
import { createSecret } from '../../service/secret';
import type { Service, ServiceOptions } from '../../service/service';
import { isLocal } from '../../service/surroundings';
import type { Telemetry } from '../../start-telemetry';
import { createAuth, type Auth } from './create-auth';

const USER_ID_KEY_BYTES = 32;

/** Starts a service that leaves authentication to Better Auth. */
export async function startBetterAuth(
  { meterProvider, exporter }: Telemetry,
  { ports, userIdKey = randomBytes(USER_ID_KEY_BYTES).toString('hex') }: ServiceOptions,
): Promise<Service> {
  const meter = createAuthMeter({
    meterProvider,
    limiters: ['better-auth'],
    policies: ['admin', 'organization'],
    dependencies: ['database'],
    userIdKey,
  });
  const mailbox = createMailbox();
  let answer: RequestListener = (_request, response) => void response.writeHead(503).end();
  const server = createServer((request, response) => {
    answer(request, response);
  });
  // Better Auth wants to know its own address, so the port comes first.
  const { url, stop } = await listenOnLoopback(server, ports);
  const auth = await createAuth(url, mailbox, meter);
  const serveMetrics = prepareMetricsEndpoint('demo', exporter, { allow: isLocal });
  const checkHealth = createAuthHealth('demo', {
    meter,
    checks: { database: auth.checkDatabase },
  });
  const { toNodeHandler } = await import('better-auth/node');
  const handle = toNodeHandler(auth.handle);
  answer = (request, response) => {
    if (request.url === '/metrics') void serveMetrics(request, { request, response });
    else if (request.url === '/auth/health') {
      void checkHealth(request).then(({ status, headers, report }) => {
        response.writeHead(status, headers).end(JSON.stringify(report));
      });
    } else void handle(request, response);
  };
  const operator = await createFirstAccount(auth, 'operator@shop.example', 'admin', false);
  const suspended = await createFirstAccount(auth, 'suspended@shop.example', 'user', true);
  return {
    url,
    inside: { mailbox },
    operator,
    suspended,
    stop: async () => {
      await stop();
      auth.close();
    },
  };
}

async function createFirstAccount(
  { createAccount }: Auth,
  email: string,
  role: 'admin' | 'user',
  isBanned: boolean,
): Promise<{ readonly email: string; readonly password: string }> {
  const password = createSecret();
  await createAccount({ email, password, role, isBanned });
  return { email, password };
}
