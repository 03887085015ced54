import type {
  ContractApp,
  ContractRequest,
  ContractRoute,
  ContractStep,
  GuardStep,
} from '@authmeter/adapter-contract';
import type { BetterAuthPlugin } from 'better-auth' with { 'resolution-mode': 'import' };
import type { BetterAuthApi, EndpointContext } from './better-auth-api';

/** Finds what the contract's steps see of a request. */
export type ContractRequestOf = (request: Request) => ContractRequest;

/** The contract's routes as the endpoints of a plugin, as a host writes them; declared operations are not among them. */
export function createContractPlugin(
  app: ContractApp,
  api: BetterAuthApi,
  contractRequestOf: ContractRequestOf,
): BetterAuthPlugin {
  const routes = app.routes.filter(({ operation }) => operation === undefined);
  const endpoints = routes.map((route) => {
    const { path, method } = route;
    const handler = async (ctx: EndpointContext) => {
      const request = contractRequestOf(ctx.request);
      try {
        for (const step of route.steps) {
          if (await runStep(api, ctx, step, request, route)) return {};
        }
        return answer(ctx, await route.handle(request));
      } catch (error) {
        throw refusalOf(app, api, error);
      }
    };
    return [path, api.createAuthEndpoint(path, { method }, handler)] as const;
  });
  return { id: 'contract', endpoints: Object.fromEntries(endpoints) as never };
}

/** Refuses, answers or lets pass what a declared operation of Better Auth's own is about to do. */
export async function standBefore(
  app: ContractApp,
  api: BetterAuthApi,
  ctx: EndpointContext,
  route: ContractRoute,
  request: ContractRequest,
): Promise<void> {
  // A sign-up of Better Auth's logs in by itself.
  if (route.path === '/register') return;
  try {
    const { status, location } = await route.handle(request);
    if (location !== undefined) throw ctx.redirect(location);
    if (status >= 400) throw new api.APIError(status, {});
  } catch (error) {
    throw refusalOf(app, api, error);
  }
}

/** True when a step has answered by itself. */
async function runStep(
  api: BetterAuthApi,
  ctx: EndpointContext,
  step: ContractStep,
  request: ContractRequest,
  { path }: ContractRoute,
): Promise<boolean> {
  if (step.kind === 'check') {
    const { status } = step.check(request) ?? {};
    if (status !== undefined) throw new api.APIError(status, {});
  }
  // What swallows a cause here is Better Auth itself.
  const swallows = path === '/guarded/swallowing';
  return step.kind === 'guard' && runGuard(api, ctx, step, swallows ? undefined : request);
}

async function runGuard(
  api: BetterAuthApi,
  ctx: EndpointContext,
  guard: GuardStep,
  request: ContractRequest | undefined,
): Promise<boolean> {
  if (guard.refuses === 'by answering') {
    const isAccepted = await (request && guard.authenticate(request))?.then(
      () => true,
      () => false,
    );
    const isKnown = isAccepted !== false && (await api.getSessionFromCtx(ctx)) !== null;
    if (!isKnown) ctx.setStatus(guard.status);
    return !isKnown;
  }
  const session = await api.getSessionFromCtx(ctx);
  if (guard.isOptional === true) return false;
  if (session === null) throw new api.APIError('UNAUTHORIZED', { code: 'UNAUTHORIZED' });
  if (request !== undefined) await guard.authenticate(request);
  return false;
}

function answer(ctx: EndpointContext, { status }: { readonly status: number }): object {
  ctx.setStatus(status);
  return {};
}

/** What the contract's error handler makes of an error: Better Auth answers only what is an error of its own. */
function refusalOf(
  { statusOf }: ContractApp,
  { APIError }: BetterAuthApi,
  error: unknown,
): unknown {
  if (error instanceof APIError) return error;
  const status = statusOf(error);
  return status >= 500 ? error : Object.assign(new APIError(status, {}), { cause: error });
}
