import { clientAddress, type AuthExchange, type AuthMeter } from '@authmeter/core';
import { operationOf } from './endpoint';
import { findEndpointOfUrl } from './endpoints';
import { readField } from './hook-context';
import type { AuthMetricsSettings } from './options';
import { endingOf } from './presented-credential';
import { failureOfCode, readRedirect, type CallEnding } from './read-call';

/** A request to Better Auth under observation. */
export interface ObservedRequest {
  readonly meter: AuthMeter;
  readonly request: Request;
  readonly exchange: AuthExchange;
  /** Whether whoever opened it here has to end it. */
  readonly isOwner: boolean;
}

const FIRST_ERROR_STATUS = 400;
const NOT_FOUND = 404;
const TOO_MANY_REQUESTS = 429;
/** The name of Better Auth's own limiter. */
const LIMITER = 'better-auth';

/** Requests of which a hook has told how they ended. */
const heard = new WeakSet<Request>();

/** Requests that Better Auth's limiter let pass. */
const unlimited = new WeakSet<Request>();

/** Says that a request got past the limiter: it comes first, so whoever gets to a plugin was allowed. */
export function passLimiter(meter: AuthMeter, request: Request, isEnabled: boolean): void {
  unlimited.add(request);
  if (isEnabled) meter.record({ kind: 'rate_limit', limiter: LIMITER, result: 'allowed' });
}

/** Says that a hook tells how this request ended. */
export function markHeard(request: Request): void {
  heard.add(request);
}

/** Opens the observation of a request, or joins the one around it. A preflight is not observed: undefined. */
export function openRequest(
  meter: AuthMeter,
  settings: AuthMetricsSettings,
  request: Request,
): ObservedRequest | undefined {
  if (request.method === 'OPTIONS') return undefined;
  const opened = meter.openExchange(request);
  if (opened.isOwner) {
    const { addressHeader: header, trustedHops } = settings;
    const headers = { [header]: request.headers.get(header) ?? undefined };
    const sourceAddress = clientAddress({ headers }, { trustedHops, header });
    if (sourceAddress !== undefined) opened.exchange.learn({ sourceAddress });
  }
  return { meter, request, ...opened };
}

/**
 * Hears what a response says that no hook told: a refusal by the limiter, by the origin check or by a hook of the
 * host's, a failure of the host's. Only then its body is read, from a copy. Never rejects.
 */
export async function hearResponse(observed: ObservedRequest, response: Response): Promise<void> {
  const { meter, request } = observed;
  const { status } = response;
  if (heard.has(request)) return;
  markHeard(request);
  const code = status < FIRST_ERROR_STATUS ? undefined : await readCode(response);
  meter.guard('adapter', () => {
    const told = status < FIRST_ERROR_STATUS ? readRedirect(response.headers) : failureOfCode(code);
    tellResponse(observed, status, told);
  });
}

function tellResponse(
  { meter, request, exchange }: ObservedRequest,
  status: number,
  told: CallEnding,
): void {
  // A route that does not exist is no operation.
  if (status === NOT_FOUND) return;
  declareByUrl(request, exchange);
  if (status === TOO_MANY_REQUESTS && !unlimited.has(request)) {
    meter.record({ kind: 'rate_limit', limiter: LIMITER, result: 'limited' }, request);
  } else if (told.kind === 'failure' && told.errorType !== undefined) {
    exchange.refuse({ errorType: told.errorType });
  }
}

/** Hears what a handler threw instead of answering. */
export function hearThrow({ request, exchange }: ObservedRequest, error: unknown): void {
  declareByUrl(request, exchange);
  if (exchange.declared !== undefined) exchange.refuse({ error });
}

function declareByUrl(request: Request, exchange: AuthExchange): void {
  const operation = operationOf(findEndpointOfUrl(request.url), undefined);
  if (operation !== undefined) exchange.declare(operation);
}

async function readCode(response: Response): Promise<unknown> {
  try {
    return readField(await response.clone().json(), 'code');
  } catch {
    // A body that is no JSON, or was used up, tells nothing.
    return undefined;
  }
}

/** Ends the observation of a request, if it was opened here. */
export function endRequest({ request, exchange, isOwner }: ObservedRequest, status: number): void {
  if (!isOwner) return;
  const { isLook } = findEndpointOfUrl(request.url);
  if (isLook === true && status < FIRST_ERROR_STATUS) exchange.abandon();
  else exchange.end(endingOf(exchange, status, request.headers));
}
