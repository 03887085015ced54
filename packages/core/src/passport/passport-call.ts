import type { AuthMethodName, FailureHints } from '../model/facts';
import type { AuthExchange } from '../exchange/auth-exchange';
import type { VerdictFacts } from '../exchange/exchange-facts';

/** How passport's middleware was called. */
export interface PassportCallOptions {
  /** Number of strategies that it asks in turn. */
  readonly strategies: number;
  /**
   * Who acts on what they say: passport itself, which then refuses; the host in a callback, which may serve a guest;
   * or nobody, because an account that is logged in already is linked to another.
   */
  readonly actor: 'passport' | 'host' | 'nobody';
}

/** Credentials that are presented to log in: nobody who presents a wrong one is served as a guest. */
const PRESENTED_TO_LOG_IN: ReadonlySet<AuthMethodName> = new Set(['password', 'ldap']);

/** One call of passport's middleware: what its strategies say, and what that means. */
export class PassportCall {
  private readonly failures: FailureHints[] = [];

  constructor(private readonly options: PassportCallOptions) {}

  /** Whether a strategy has refused. */
  get hasFailed(): boolean {
    return this.failures.length > 0;
  }

  /** A strategy accepted the caller. */
  succeed(exchange: AuthExchange, facts: VerdictFacts): void {
    if (this.options.actor !== 'nobody') exchange.accept(facts);
  }

  /** A strategy refused; that decides only if no other is left to ask. */
  fail(exchange: AuthExchange, hints: FailureHints, facts: VerdictFacts): void {
    this.failures.push(hints);
    const [only, ...others] = this.failures;
    if (others.length + 1 < this.options.strategies) return;
    const merged: FailureHints = {
      info: others.length === 0 ? only?.info : this.failures.map(({ info }) => info),
      ...(only?.status === undefined ? {} : { status: only.status }),
    };
    this.leave(exchange, { hints: merged }, facts);
  }

  /** A strategy could not judge; passport asks no other. */
  break(exchange: AuthExchange, error: unknown, facts: VerdictFacts): void {
    this.leave(exchange, { error }, facts);
  }

  private leave(
    exchange: AuthExchange,
    cause: { readonly error?: unknown; readonly hints?: FailureHints },
    facts: VerdictFacts,
  ): void {
    const { actor } = this.options;
    if (actor === 'nobody') return;
    const isLogin = PRESENTED_TO_LOG_IN.has(facts.method ?? '');
    const failure = exchange.recorder.categorize({ ...cause, outcome: 'failure' });
    const errorType = failure?.errorType ?? 'unknown';
    if (isLogin && errorType === 'unknown' && cause.error === undefined) {
      // A login that is refused without a word was judged wrong.
      exchange.refuse({ errorType: 'invalid_credentials' }, facts);
    } else if (isLogin || actor === 'passport') exchange.refuse(cause, facts);
    else {
      exchange.learn(facts);
      exchange.inform(failure, 'authenticate');
    }
  }
}

/** A strategy that is asked by an unknown middleware refuses by itself, as if it were alone. */
const UNKNOWN_CALL: PassportCallOptions = { strategies: 1, actor: 'passport' };

const callOfRequest = new WeakMap<object, PassportCall>();
let entering: PassportCall | undefined;

/**
 * Runs passport's middleware, so that the strategies it asks know of whose call they are part.
 *
 * @param request What the middleware was given; a framework may hand its strategies another one.
 */
export function runPassportCall<Result>(
  request: object,
  options: PassportCallOptions,
  run: () => Result,
): Result {
  const before = entering;
  entering = new PassportCall(options);
  callOfRequest.set(request, entering);
  try {
    return run();
  } finally {
    entering = before;
  }
}

/** The call that a strategy is asked in; the first strategy of a call is asked while that is being entered. */
export function callOf(request: object): PassportCall {
  if (entering !== undefined) {
    callOfRequest.set(request, entering);
    entering = undefined;
  }
  return callOfRequest.get(request) ?? new PassportCall(UNKNOWN_CALL);
}
