import type { AuthMeter } from '../auth-meter';
import type { AuthExchange } from '../exchange/auth-exchange';
import { rememberExchange } from '../exchange/in-progress';
import { identityOf } from '../http/identity';
import { callOf } from './passport-call';
import { factsOfStrategy } from './strategy-method';

/** A passport strategy: for each request it is copied and given its verbs. */
export interface PassportStrategy {
  readonly name?: string;
  /** Takes what its framework calls a request, and options. */
  authenticate: (this: never, request: never, options?: never) => unknown;
}

/** A strategy's name and the verbs by which it tells its result. */
interface StrategyVerbs {
  readonly name?: unknown;
  success?: (this: unknown, user: unknown, info?: unknown) => void;
  fail?: (this: unknown, challenge?: unknown, status?: unknown) => void;
  error?: (this: unknown, error: unknown) => void;
  pass?: (this: unknown) => void;
}

const observed = new WeakSet<PassportStrategy>();

/**
 * Makes a passport strategy tell why it refuses, which passport itself keeps to itself: its `fail` and `error` are
 * the reason of the request that is under observation. The strategy behaves as before and is returned; observed
 * twice, it tells once.
 */
export function observeStrategy<Strategy extends PassportStrategy>(
  strategy: Strategy,
  meter: AuthMeter,
): Strategy {
  if (observed.has(strategy)) return strategy;
  observed.add(strategy);
  const authenticate = strategy.authenticate;
  strategy.authenticate = function (this: StrategyVerbs, request: object, options?: unknown) {
    meter.guard('adapter', () => {
      listen(this, request, meter);
    });
    return authenticate.call(this as never, request as never, options as never);
  };
  return strategy;
}

function listen(strategy: StrategyVerbs, request: object, meter: AuthMeter): void {
  const { success, fail, error, pass } = strategy;
  const facts = factsOfStrategy(strategy);
  const call = callOf(request);
  // A pool may call back in the context of another request, and koa-passport's request is not the one that
  // identifies the exchange: so it is looked up before anything is asked.
  const exchangeOf = rememberExchange(request);
  const hear = (tell: (exchange: AuthExchange) => void): void => {
    meter.guard('adapter', () => {
      const exchange = exchangeOf();
      if (exchange !== undefined) tell(exchange);
    });
  };
  strategy.success = function (user, info) {
    hear((exchange) => {
      call.succeed(exchange, { ...facts, ...identityOf(undefined, user) });
    });
    success?.call(strategy, user, info);
  };
  strategy.fail = function (challenge, status) {
    hear((exchange) => {
      call.fail(exchange, failureHints(challenge, status), facts);
    });
    fail?.call(strategy, challenge, status);
  };
  strategy.error = function (cause) {
    hear((exchange) => {
      call.break(exchange, cause, facts);
    });
    error?.call(strategy, cause);
  };
  strategy.pass = function () {
    if (call.hasFailed) {
      hear((exchange) => {
        exchange.isGuest = true;
      });
    }
    pass?.call(strategy);
  };
}

function failureHints(challenge: unknown, status: unknown) {
  const info = typeof challenge === 'number' ? undefined : challenge;
  const code = typeof challenge === 'number' ? challenge : status;
  return { info, status: typeof code === 'number' ? code : 401 };
}
