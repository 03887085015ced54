import type { AuthMeter } from '../auth-meter';
import { getDefaultAuthMeter } from '../default-meter';
import { AuthLayer, type AuthLayerOptions } from './auth-layer';
import { openHttpExchange } from './http-exchange';
import { identify } from './identify';
import { resolveHttpOptions, type HttpAuthSettings } from './http-options';
import type { HttpParts } from './http-parts';
import { checkObserveOptions, type ObserveLayerOptions } from './observe-options';
import { ObservedLayer } from './observed-layer';

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
    const layer = new AuthLayer(opened, parts.message, options);
    return new ObservedLayer(meter, opened.exchange, layer, () => identify(meter, settings, parts));
  };
}
