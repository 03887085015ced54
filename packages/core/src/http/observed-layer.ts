import type { AuthMeter } from '../auth-meter';
import { getDefaultAuthMeter } from '../default-meter';
import type { VerdictFacts } from '../exchange/exchange-facts';
import { runInExchange } from '../exchange/in-progress';
import { observeResult } from '../exchange/observe-result';
import { enterLayer, type AuthLayer, type AuthLayerOptions } from './auth-layer';
import { identify, openHttpExchange, type HttpParts } from './http-exchange';
import { resolveHttpOptions, type HttpAuthSettings } from './http-options';
import { checkObserveOptions, type ObserveLayerOptions } from './observe-options';

/** A wrapped auth layer in one request. Only its first word counts; none of the words throws. */
export interface ObservedLayer {
  /** Runs the layer inside the exchange; what it throws or rejects with is its refusal. */
  readonly run: <Result>(work: () => Result) => Result;
  /** It handed on. Whom it accepted is read from the request. */
  readonly pass: () => void;
  /** It handed on to another route. */
  readonly standAside: () => void;
  /** It handed on although it could not verify the token that came along. */
  readonly tolerate: AuthLayer['tolerate'];
  /** It handed an error on. */
  readonly refuse: (error: unknown) => void;
}

/** Enters the layer in a request; undefined where the request is not observed. */
export type EnterObservedLayer<Request, Response> = (
  parts: HttpParts<Request, Response>,
) => ObservedLayer | undefined;

/**
 * Prepares the observation of one auth layer: made once, entered for every request.
 *
 * @param owner The adapter's function, as errors name it.
 * @throws AuthmeterOptionError for the first option that cannot be used.
 */
export function prepareLayer<Request, Response>(
  owner: string,
  options: ObserveLayerOptions<Request>,
): EnterObservedLayer<Request, Response> {
  const {
    meter = getDefaultAuthMeter(),
    method,
    optional,
    ...own
  } = checkObserveOptions(owner, options);
  const settings = resolveHttpOptions<Request, Response>(owner, own);
  return observeLayer(meter, settings, { method, isOptional: optional ?? false });
}

/** Prepares the observation of one auth layer with settings that are checked already. */
export function observeLayer<Request, Response>(
  meter: AuthMeter,
  settings: HttpAuthSettings<Request, Response>,
  options: AuthLayerOptions,
): EnterObservedLayer<Request, Response> {
  return (parts) => {
    const opened = openHttpExchange(meter, settings, parts);
    if (opened === undefined) return undefined;
    const layer = enterLayer(opened, parts.message, options);
    const speak = (word: () => void): void => {
      meter.guard('adapter', word);
    };
    const whom = (): VerdictFacts | undefined => identify(meter, settings, parts);
    const refuse = (error: unknown): void => {
      speak(() => {
        layer.refuse(error);
      });
    };
    return {
      run: (work) => observeResult(() => runInExchange(opened.exchange, work), { onThrow: refuse }),
      pass: () => {
        speak(() => {
          layer.pass(whom());
        });
      },
      standAside: () => {
        speak(() => {
          layer.standAside(whom());
        });
      },
      tolerate: (error) => {
        speak(() => {
          layer.tolerate(error);
        });
      },
      refuse,
    };
  };
}
