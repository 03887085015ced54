import type { IncomingMessage, ServerResponse } from 'node:http';
import { identityOf, observeLayer, type ObservedLayer, type VerdictFacts } from '@authmeter/core';
import type { LibraryName } from '../library-names';
import { dressAs, type LibraryFunction } from '../patching/wrap-once';
import { isExchange } from './is-exchange';
import { runtimeFor } from '../runtime';

/** How one auth middleware of a library is observed. */
export interface LayerOptions {
  readonly library: LibraryName;
  /** Whether it also lets callers pass whom it does not know. */
  readonly isOptional: boolean;
  /** The property in which it leaves whom it accepted. */
  readonly property: string;
}

type Request = IncomingMessage & Record<string, unknown>;

/**
 * Makes a middleware of the shape that Express and Connect know tell what it decides: by handing on, or by the error
 * that it passes on, throws or rejects with.
 */
export function observeConnectLayer(
  middleware: LibraryFunction,
  options: LayerOptions,
): LibraryFunction {
  const observed: LibraryFunction = function (this: unknown, request, response, next, ...others) {
    const layer = enter(options, request as Request, response as ServerResponse);
    if (layer === undefined || typeof next !== 'function') {
      return middleware.call(this, request, response, next, ...others);
    }
    const pass: LibraryFunction = (...signals) => {
      layer.handOn(signals[0]);
      return (next as LibraryFunction)(...signals);
    };
    return layer.run(() => middleware.call(this, request, response, pass, ...others));
  };
  return dressAs(middleware, observed);
}

function enter(
  { library, isOptional, property }: LayerOptions,
  request: Request,
  response: ServerResponse,
): ObservedLayer | undefined {
  const runtime = runtimeFor(library);
  if (runtime === undefined || !isExchange(request, response)) return undefined;
  const identity = (): VerdictFacts | undefined =>
    identityOf(request[property] ?? request['auth'], request['user']);
  const { meter, http } = runtime;
  return observeLayer<IncomingMessage, ServerResponse>(meter, http, { method: 'jwt', isOptional })({
    request,
    response,
    message: request,
    answer: response,
    identity,
  });
}
