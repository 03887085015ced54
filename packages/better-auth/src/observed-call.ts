import { exchangeInProgress, type AuthExchange, type AuthMeter } from '@authmeter/core';
import { operationOf, type Endpoint } from './endpoint';
import { findEndpoint } from './endpoints';
import { keyOf, readField, type HookContext } from './hook-context';
import { markHeard } from './observed-request';
import { inform, observeSessions } from './observed-sessions';
import { endingOf, presentsForgery } from './presented-credential';
import { settleCall } from './settle-call';
import { tellApiKey } from './tell-api-key';

const UNAUTHORIZED = 401;
/** Exchanges of calls in process, which end with the call. */
const ownedByCall = new WeakMap<object, AuthExchange>();

/** Enters a call of an endpoint: says what the request around it is, or observes the call by itself. */
export function enterCall(meter: AuthMeter, hook: HookContext): void {
  const endpoint = endpointOf(hook);
  if (isNoRequest(endpoint)) {
    const around = exchangeInProgress(hook.request);
    if (around !== undefined) observeSessions(hook, around, false);
    return;
  }
  const key = keyOf(hook) ?? hook;
  const { exchange, isOwner } = meter.openExchange(key);
  if (isOwner) ownedByCall.set(key, exchange);
  const operation = operationOf(endpoint, hook.body);
  if (operation !== undefined) exchange.declare({ ...operation, ...providerOf(hook) });
  observeSessions(hook, exchange, isOrdinary(endpoint) && exchange.declared === undefined);
  if (hook.path !== undefined) exchange.learn({ route: hook.path });
}

/** Leaves a call that has ended. What was thrown and is no answer of Better Auth's never comes here. */
export function leaveCall(meter: AuthMeter, hook: HookContext): void {
  const endpoint = endpointOf(hook);
  if (hook.request !== undefined) markHeard(hook.request);
  if (endpoint.judgesApiKey === true) tellApiKey(meter, hook);
  const key = keyOf(hook) ?? hook;
  const exchange = exchangeInProgress(key);
  if (exchange === undefined || isNoRequest(endpoint)) return;
  const status = readField(hook.context.returned, 'statusCode');
  if (status === UNAUTHORIZED && presentsForgery(hook.headers, hook.context.secret)) {
    inform(exchange, { outcome: 'failure', errorType: 'invalid_signature' });
  }
  settleCall({ meter, exchange, endpoint, hook });
  if (ownedByCall.get(key) !== exchange) return;
  exchange.end(endingOf(exchange, typeof status === 'number' ? status : undefined, hook.headers));
}

/** Whether a call is a protected request like any other. */
function isOrdinary({ factor, isGuestLogin }: Endpoint): boolean {
  return factor === undefined && isGuestLogin !== true;
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
