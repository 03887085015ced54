import { observeResult, openLimiterDecision, resultOfLimiterError } from '@authmeter/core';
import { isKoaContext, type KoaContext } from '../layers/koa-context';
import type { LibraryPatch } from '../patching/library-patch';
import { readProperty, readText } from '../patching/read-property';
import { dressAs, type LibraryFunction, type Wrap } from '../patching/wrap-once';
import { runtimeFor } from '../runtime';

const LIBRARY = 'koa-ratelimit';

/** The headers in which it tells what is left; undefined where it tells nothing. */
interface UsageHeaders {
  readonly total: string;
  readonly remaining: string;
}

const wrapFactory: Wrap = (original) =>
  function ratelimit(this: unknown, ...parameters) {
    const middleware = original.apply(this, parameters);
    if (typeof middleware !== 'function') return middleware;
    const headers = headersOf(parameters[0]);
    return observeMiddleware(middleware as LibraryFunction, headers);
  };

/** Counts what its middleware decides; who is refused was limited. */
export const KOA_RATELIMIT: LibraryPatch = {
  library: LIBRARY,
  supported: ['>=5.0.0 <7'],
  itself: wrapFactory,
};

function observeMiddleware(
  middleware: LibraryFunction,
  headers: UsageHeaders | undefined,
): LibraryFunction {
  const observed: LibraryFunction = function (this: unknown, context, next) {
    const runtime = runtimeFor(LIBRARY);
    if (runtime === undefined || !isKoaContext(context) || typeof next !== 'function') {
      return middleware.call(this, context, next);
    }
    const usage = (): unknown => headers && usageOf(context, headers);
    const name = runtime.nameLimiter(LIBRARY);
    const decide = openLimiterDecision(runtime.meter, name, context.req, usage);
    const pass: LibraryFunction = () => {
      // Whom it lets pass without a look, it tells nothing.
      decide((info) => (headers !== undefined && info === undefined ? 'skipped' : 'allowed'));
      return (next as LibraryFunction)();
    };
    return observeResult(() => middleware.call(this, context, pass), {
      onReturn: () => {
        decide(() => 'limited');
      },
      onThrow: (error) => {
        decide((info) => (isRefused(context) ? 'limited' : resultOfLimiterError(error, info)));
      },
    });
  };
  return dressAs(middleware, observed);
}

function headersOf(options: unknown): UsageHeaders | undefined {
  if (readProperty(options, 'disableHeader') === true) return undefined;
  const headers = readProperty(options, 'headers');
  return {
    total: readText(headers, 'total') ?? 'X-RateLimit-Limit',
    remaining: readText(headers, 'remaining') ?? 'X-RateLimit-Remaining',
  };
}

/** What a key has used; a request that was refused is not counted as used. */
function usageOf({ res }: KoaContext, { total, remaining }: UsageHeaders): unknown {
  const limit = Number(res.getHeader(total));
  const left = Number(res.getHeader(remaining));
  return Number.isNaN(limit) || Number.isNaN(left) ? undefined : { limit, used: limit - left };
}

/** Whether it refused the request: that alone is told in the state. */
function isRefused({ state }: KoaContext): boolean {
  const { rateLimit } = state;
  return typeof rateLimit === 'object' && rateLimit !== null && 'after' in rateLimit;
}
