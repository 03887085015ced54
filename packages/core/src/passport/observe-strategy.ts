import type { AuthMeter } from '../auth-meter';
import type { VerdictFacts } from '../exchange/exchange-facts';
import type { AuthExchange } from '../exchange/auth-exchange';
import { exchangeInProgress, findOpen } from '../exchange/in-progress';
import { identityOf } from '../http/identity';

/** A passport strategy: for each request it is copied and given its verbs. */
export interface PassportStrategy {
  readonly name?: string;
  /** Takes what its framework calls a request, and options. */
  authenticate: (this: never, request: never, options?: never) => unknown;
}

/** The verbs by which a strategy tells its result. */
interface StrategyVerbs {
  success?: (this: unknown, user: unknown, info?: unknown) => void;
  fail?: (this: unknown, challenge?: unknown, status?: unknown) => void;
  error?: (this: unknown, error: unknown) => void;
}

/** What a strategy is called says what it authenticates with. */
const METHOD_OF_STRATEGY: Readonly<Partial<Record<string, string>>> = {
  jwt: 'jwt',
  local: 'password',
  bearer: 'oauth',
  basic: 'basic',
  headerapikey: 'api_key',
  localapikey: 'api_key',
  saml: 'saml',
  openidconnect: 'oidc',
  ldapauth: 'ldap',
  anonymous: 'guest',
};

/**
 * Makes a passport strategy tell why it refuses, which passport itself keeps to itself: its `fail` and `error` are
 * the reason of the request that is under observation. The strategy behaves as before and is returned.
 */
export function observeStrategy<Strategy extends PassportStrategy>(
  strategy: Strategy,
  meter: AuthMeter,
): Strategy {
  const authenticate = strategy.authenticate;
  const method = METHOD_OF_STRATEGY[strategy.name ?? ''];
  const facts: VerdictFacts = method === undefined ? {} : { method };
  strategy.authenticate = function (this: StrategyVerbs, request: object, options?: unknown) {
    meter.guard('adapter', () => {
      listen(this, request, facts, meter);
    });
    return authenticate.call(this as never, request as never, options as never);
  };
  return strategy;
}

function listen(
  strategy: StrategyVerbs,
  request: object,
  facts: VerdictFacts,
  meter: AuthMeter,
): void {
  const { success, fail, error } = strategy;
  // A pool may call back in the context of another request, and koa-passport's request is not the one that
  // identifies the exchange: so it is looked up before anything is asked.
  const entered = exchangeInProgress(request);
  const hear = (tell: (exchange: AuthExchange) => void): void => {
    meter.guard('adapter', () => {
      const exchange = findOpen(entered);
      if (exchange !== undefined) tell(exchange);
    });
  };
  strategy.success = function (user, info) {
    hear((exchange) => {
      exchange.accept({ ...facts, ...identityOf(undefined, user) });
    });
    success?.call(strategy, user, info);
  };
  strategy.fail = function (challenge, status) {
    hear((exchange) => {
      exchange.refuse({ hints: failureHints(challenge, status) }, facts);
    });
    fail?.call(strategy, challenge, status);
  };
  strategy.error = function (cause) {
    hear((exchange) => {
      exchange.refuse({ error: cause }, facts);
    });
    error?.call(strategy, cause);
  };
}

function failureHints(challenge: unknown, status: unknown) {
  const info = typeof challenge === 'number' ? undefined : challenge;
  const code = typeof challenge === 'number' ? challenge : status;
  return { info, status: typeof code === 'number' ? code : 401 };
}
