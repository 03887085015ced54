import { subscribe } from 'node:diagnostics_channel';
import { Server as HttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Server as HttpsServer } from 'node:https';
import { PendingHttpExchange, runInRequest } from '@authmeter/core';
import type { LibraryFunction } from '../patching/wrap-once';
import { activeRuntime, type Runtime } from '../runtime';
import { keepRequest } from './keep-request';
import { tellListening } from './listening';

/** What Node tells of a response that was sent. */
interface SentResponse {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly server: object;
}

const SENT_CHANNEL = 'http.server.response.finish';
const UNAUTHORIZED = 401;

interface Emitter {
  emit: LibraryFunction;
}

let isObserving = false;

/**
 * Makes every HTTP server of the process run its requests so that what auth libraries say in them is counted once.
 * A request in which none speaks costs one async context, and is not counted.
 */
export function observeServers(): void {
  if (isObserving) return;
  isObserving = true;
  for (const { prototype } of [HttpServer, HttpsServer])
    observeEmitter(prototype as unknown as Emitter);
  subscribe(SENT_CHANNEL, hearSent);
}

function observeEmitter(emitter: Emitter): void {
  const { emit } = emitter;
  emitter.emit = function observedEmit(this: unknown, ...parameters) {
    const [event, request, response] = parameters;
    if (event === 'listening') tellListening();
    const runtime = event === 'request' ? activeRuntime() : undefined;
    if (runtime === undefined) return emit.apply(this, parameters);
    const pending = pend(runtime, request as IncomingMessage, response as ServerResponse, this);
    if (runtime.hasOperations) pending.openDeclared();
    keepRequest(request as IncomingMessage, pending);
    return runInRequest(pending, () => emit.apply(this, parameters));
  };
}

function pend(
  { ownMeter, http }: Runtime,
  request: IncomingMessage,
  response: ServerResponse,
  server: unknown,
): PendingHttpExchange<IncomingMessage, ServerResponse> {
  return new PendingHttpExchange(ownMeter, http, request, response, server as object);
}

/** A refusal that no auth layer could see is counted before the response closes. */
function hearSent(message: unknown): void {
  const { request, response, server } = message as SentResponse;
  const runtime = activeRuntime();
  if (runtime === undefined || response.statusCode !== UNAUTHORIZED) return;
  const { ownMeter, http } = runtime;
  new PendingHttpExchange(ownMeter, http, request, response, server).openRefusal();
}
