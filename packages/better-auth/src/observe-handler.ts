import { getDefaultAuthMeter, observeResult, runInExchange, type AuthMeter } from '@authmeter/core';
import { endRequest, hearResponse, hearThrow, openRequest } from './observed-request';
import { resolveOptions, type AuthMetricsOptions } from './options';

/** Better Auth's handler, or any around it. */
export type AuthHandler = (request: Request) => Promise<Response>;

const INTERNAL_SERVER_ERROR = 500;

/**
 * Wraps Better Auth's handler and observes what no hook of a plugin sees: above all the 429 of its rate limiter.
 * Answers and throws what the handler does. Use it together with the plugin.
 *
 * @throws AuthmeterOptionError at set-up for an option that cannot be used. Never throws into a request.
 */
export function observeHandler(
  handler: AuthHandler,
  meter: AuthMeter = getDefaultAuthMeter(),
  options?: AuthMetricsOptions,
): AuthHandler {
  const settings = resolveOptions('observeHandler', options);
  return async function handleObserved(request) {
    const observed = meter.guard('adapter', () => openRequest(meter, settings, request));
    if (observed === undefined) return handler(request);
    const end = (status: number): void => {
      meter.guard('adapter', () => {
        endRequest(observed, status);
      });
    };
    const handle = () => runInExchange(observed.exchange, () => handler(request));
    const response = await observeResult(handle, {
      onThrow: (error) => {
        meter.guard('adapter', () => {
          hearThrow(observed, error);
        });
        end(INTERNAL_SERVER_ERROR);
      },
    });
    await hearResponse(observed, response);
    end(response.status);
    return response;
  };
}
