import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  contractRequest,
  serveOnFreePort,
  type ContractApp,
  type ContractRequest,
  type ContractRoute,
  type StartServer,
} from '@authmeter/adapter-contract';
import { authMetrics, observeHandler, type AuthHandler } from '../../src';
import { loadBetterAuthApi, type EndpointContext } from './better-auth-api';
import { createContractPlugin, standBefore } from './contract-plugin';
import { ALICE, createRows, presentedHeaders, SECRET, type Rows } from './contract-sessions';

const ORIGIN = 'http://localhost';
/** Where Better Auth itself does what a route was declared to do. */
const OWN_ENDPOINTS: Readonly<Record<string, string>> = {
  login: '/sign-in/email',
  register: '/sign-up/email',
  logout: '/sign-out',
};
/** A Request has no socket, so the server in front tells the address. */
const PROXY = { trustedHops: 1 };
const NEWCOMER = { name: 'Bob', email: 'bob@example.com', password: 'correct horse battery' };

/** Starts the contract's application in Better Auth: its own endpoints, and a plugin's. */
export const startContractServer: StartServer = async (app) => {
  const requests = new WeakMap<Request, ContractRequest>();
  const handlers = new Map<boolean, AuthHandler>();
  const rows = createRows();
  const handlerFor = async (path: string): Promise<AuthHandler> => {
    const isLimited = path.includes('limited');
    const handler =
      handlers.get(isLimited) ?? (await createHandler(app, rows, requests, isLimited));
    handlers.set(isLimited, handler);
    return handler;
  };
  const answer = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const route = routeOf(app, message);
    const request = translate(message, rows, route);
    requests.set(request, contractRequest(message, response));
    const handle = await handlerFor(message.url ?? '');
    const status = await handle(request).then(
      (answered) => answered.status,
      () => 500,
    );
    // Better Auth answers 200 where the contract's app says 201 or 204: that is between the two.
    const isServed = status === 200 && OWN_ENDPOINTS[route?.operation?.operation ?? ''];
    response.writeHead(isServed && route ? servedStatusOf(route) : status).end();
  };
  return serveOnFreePort((message, response) => void answer(message, response));
};

async function createHandler(
  app: ContractApp,
  rows: Rows,
  requests: WeakMap<Request, ContractRequest>,
  isLimited: boolean,
): Promise<AuthHandler> {
  const { betterAuth } = await import('better-auth');
  const { memoryAdapter } = await import('better-auth/adapters/memory');
  const api = await loadBetterAuthApi();
  const requestOf = (request: Request): ContractRequest => {
    const found = requests.get(request);
    if (found === undefined) throw new Error('Better Auth handed on another request');
    return found;
  };
  const before = async (ctx: EndpointContext): Promise<void> => {
    const path = ctx.request.headers.get('x-contract-path');
    const route = app.routes.find((each) => each.path === path);
    if (route?.operation !== undefined)
      await standBefore(app, api, ctx, route, requestOf(ctx.request));
  };
  const auth = betterAuth({
    baseURL: ORIGIN,
    secret: SECRET,
    database: memoryAdapter(rows),
    logger: { disabled: true },
    telemetry: { enabled: false },
    onAPIError: { throw: true },
    advanced: { disableOriginCheck: false },
    rateLimit: { enabled: isLimited, storage: 'memory', window: 60, max: 1 },
    emailAndPassword: {
      enabled: true,
      password: {
        hash: (password) => Promise.resolve(password),
        verify: ({ hash, password }) => Promise.resolve(hash === password),
      },
    },
    hooks: { before: api.createAuthMiddleware(before) },
    plugins: [createContractPlugin(app, api, requestOf), authMetrics(app.meter, PROXY) as never],
  });
  return observeHandler(auth.handler, app.meter, PROXY);
}

function routeOf({ routes }: ContractApp, { method, url }: IncomingMessage) {
  return routes.find((route) => route.path === url && route.method === method);
}

/** The request that Better Auth gets. */
function translate(message: IncomingMessage, rows: Rows, route?: ContractRoute): Request {
  const { method = 'GET', url = '', headers, socket } = message;
  const endpoint = OWN_ENDPOINTS[route?.operation?.operation ?? ''];
  const path = endpoint ?? (url === '/session' ? '/get-session' : url);
  const body = endpoint === '/sign-up/email' ? NEWCOMER : ALICE;
  const isForeign = route?.steps.some(({ kind }) => kind === 'guard') === true;
  return new Request(`${ORIGIN}/api/auth${path}`, {
    method,
    headers: {
      ...presentedHeaders(headers, rows),
      'x-contract-path': url,
      'x-forwarded-for': socket.remoteAddress ?? '',
      ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
      origin: isForeign && url === '/login/csrf' ? 'https://evil.example' : ORIGIN,
    },
    ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
  });
}

function servedStatusOf({ operation }: ContractRoute): number {
  if (operation?.operation === 'register') return 201;
  return operation?.operation === 'logout' ? 204 : 200;
}
