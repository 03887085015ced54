import type { AuthExchange, AuthMeter, AuthObservation } from '@authmeter/core';
import type { AuthErrorType } from '@authmeter/core/conventions';
import { operationOf, type Endpoint } from './endpoint';
import { keyOf, type HookContext } from './hook-context';
import { loggedInFacts } from './logged-in-facts';
import { presentedMethod, presentsCredential } from './presented-credential';
import { judgementOf, readCall, type CallEnding, type CallFailure } from './read-call';

/** One call of an endpoint that has ended. */
export interface EndedCall {
  readonly meter: AuthMeter;
  readonly exchange: AuthExchange;
  readonly endpoint: Endpoint;
  readonly hook: HookContext;
}

const REFUSING_STATUS: ReadonlySet<number> = new Set([401, 403]);
/** Refusals whatever their status: Better Auth gives some of them 400. */
const REFUSING_TYPES: ReadonlySet<AuthErrorType> = new Set([
  'invalid_credentials',
  'insufficient_permissions',
]);

/** Leaves on its exchange what a call was and how it ended; what decides nothing is counted by itself. */
export function settleCall(call: EndedCall): void {
  const { exchange, endpoint, hook } = call;
  const { newSession, returned } = hook.context;
  const told = readCall(returned);
  // Where a callback leads after a success is the host's own URL, with whatever query.
  const isHostsUrl =
    told.kind === 'failure' && told.status === undefined && newSession !== undefined;
  const ending: CallEnding = isHostsUrl && newSession !== null ? { kind: 'success' } : told;
  if (ending.kind === 'pending') {
    if (ending.factors !== undefined) tellChallenge(call, ending.factors);
    exchange.abandon();
    return;
  }
  if (endpoint.factor !== undefined) settleFactor(call, endpoint.factor, ending);
  else if (endpoint.isGuestLogin === true) settleGuest(call, ending);
  else if (exchange.declared === undefined) settleRequest(call, ending);
  else settleOperation(call, ending);
  if (ending.kind === 'success' && endpoint.tells !== undefined) tell(call, endpoint.tells);
}

function settleOperation({ exchange, endpoint, hook }: EndedCall, ending: CallEnding): void {
  const declared = operationOf(endpoint, hook.body);
  if (declared === undefined) return;
  const { operation } = declared;
  const facts = loggedInFacts(hook.context.newSession);
  if (ending.kind === 'failure') exchange.leave(operation, judgementOf(ending), facts);
  // A sign-out succeeds with nobody logged in too: the session that it deletes tells.
  else if (operation !== 'logout') exchange.leave(operation, 'success', facts);
}

/** A protected request: whoever has a session is accepted, unless the endpoint then refused. */
function settleRequest(call: EndedCall, ending: CallEnding): void {
  const { exchange, endpoint, hook } = call;
  const method = presentedMethod(hook.headers);
  const known = loggedInFacts(hook.context.session, method) ?? hiddenSession(hook, ending);
  // A refusal that somebody left since the session was found stands.
  if (known !== undefined && exchange.verdict === undefined) exchange.accept(known);
  const refusal = ending.kind === 'failure' ? refusalOf(ending) : undefined;
  const denied = refusal && exchange.recorder.categorize({ ...refusal, outcome: 'failure' });
  const isDecision =
    denied?.errorType === 'insufficient_permissions' ||
    (ending.kind === 'success' && known !== undefined);
  if (endpoint.policy !== undefined && isDecision) {
    const outcome = refusal === undefined ? 'success' : 'failure';
    tell(call, { ...refusal, kind: 'authorization', outcome, policy: endpoint.policy });
  } else if (refusal !== undefined) exchange.refuse(refusal);
  // It may still have set a status that refuses.
  if (ending.kind === 'success' && hook.request !== undefined && exchange.verdict === 'accepted') {
    exchange.layers.enterUntil(undefined);
  }
}

/**
 * The organization plugin gives its endpoints a context of their own, so nobody sees the session that they found;
 * none of them succeeds without one, unless the host itself calls it in process.
 */
function hiddenSession({ path, headers }: HookContext, ending: CallEnding) {
  const isHidden = ending.kind === 'success' && path?.startsWith('/organization/') === true;
  return isHidden && presentsCredential(headers) ? { method: 'session' } : undefined;
}

/** Why a protected request was refused, as far as it was told; undefined when something else went wrong. */
function refusalOf({ status, error, errorType, isBeside }: CallFailure) {
  const isRefused =
    REFUSING_STATUS.has(status ?? 0) || (errorType !== undefined && REFUSING_TYPES.has(errorType));
  if (isBeside || !isRefused) return undefined;
  return errorType === undefined ? { error } : { errorType };
}

/** With nobody logged in before, a second factor completes a login; otherwise it is being set up. */
function settleFactor(call: EndedCall, factor: string, ending: CallEnding): void {
  const { exchange, hook } = call;
  const verdict =
    ending.kind === 'failure' ? judgementOf(ending) : ({ outcome: 'success' } as const);
  const isLogin = loggedInFacts(hook.context.session) === undefined;
  if (isLogin) exchange.declare({ operation: 'login', method: 'otp' });
  tell(call, { kind: 'mfa_challenge', factor, stage: 'verified', ...verdict });
  if (isLogin) exchange.leave('login', verdict, loggedInFacts(hook.context.newSession));
  else settleRequest(call, { kind: 'success' });
}

function settleGuest(call: EndedCall, ending: CallEnding): void {
  const facts = loggedInFacts(call.hook.context.newSession);
  const accountId = facts?.accountId === undefined ? {} : { accountId: facts.accountId };
  call.exchange.isGuest = true;
  const event = ending.kind === 'success' ? 'created' : 'rejected';
  tell(call, { kind: 'guest', event, ...accountId });
}

function tellChallenge(call: EndedCall, factors: readonly unknown[]): void {
  const [first] = factors;
  const factor = typeof first === 'string' ? first : 'otp';
  tell(call, { kind: 'mfa_challenge', factor, stage: 'issued', outcome: 'success' });
}

function tell({ meter, hook }: EndedCall, observation: AuthObservation): void {
  meter.record(observation, keyOf(hook));
}
