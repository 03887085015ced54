import { exchangeInProgress, type AuthExchange, type AuthMeter } from '@authmeter/core';
import { operationOf, type Endpoint } from './endpoint';
import { findEndpoint } from './endpoints';
import { readField, type HookContext } from './hook-context';
import { markHeard } from './observed-request';
import { endingOf } from './presented-credential';
import { settleCall } from './settle-call';
import { tellApiKey } from './tell-api-key';

/** Exchanges of calls in process, by what is one object for each call. */
const ownedByCall = new WeakMap<object, AuthExchange>();

/** Enters a call of an endpoint: says what the request around it is, or observes the call by itself. */
export function enterCall(meter: AuthMeter, hook: HookContext): void {
  const endpoint = endpointOf(hook);
  if (isNoRequest(endpoint)) return;
  const { exchange, isOwner } = meter.openExchange(hook.request ?? hook.context);
  if (isOwner) ownedByCall.set(hook.context, exchange);
  const operation = operationOf(endpoint, hook.body);
  if (operation !== undefined) exchange.declare({ ...operation, ...providerOf(hook) });
  if (hook.path !== undefined) exchange.learn({ route: hook.path });
}

/** Leaves a call that has ended. What was thrown and is no answer of Better Auth's never comes here. */
export function leaveCall(meter: AuthMeter, hook: HookContext): void {
  const endpoint = endpointOf(hook);
  if (hook.request !== undefined) markHeard(hook.request);
  if (endpoint.judgesApiKey === true) tellApiKey(meter, hook);
  const exchange = exchangeInProgress(hook.request ?? hook.context);
  if (exchange === undefined || isNoRequest(endpoint)) return;
  settleCall({ meter, exchange, endpoint, hook });
  if (ownedByCall.get(hook.context) !== exchange) return;
  const status = readField(hook.context.returned, 'statusCode');
  exchange.end(endingOf(typeof status === 'number' ? status : undefined, hook.headers));
}

/** Whether a call says nothing of what the request around it is. */
function isNoRequest({ isLook, judgesApiKey }: Endpoint): boolean {
  return isLook === true || judgesApiKey === true;
}

function endpointOf({ path, operationId }: HookContext): Endpoint {
  return findEndpoint(path, typeof operationId === 'string' ? operationId : undefined);
}

function providerOf({ params, body }: HookContext): { readonly provider?: string } {
  const provider = readField(params, 'id') ?? readField(body, 'provider');
  return typeof provider === 'string' ? { provider } : {};
}
