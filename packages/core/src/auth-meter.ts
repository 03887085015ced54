import { prepareReading } from './classify/late-reading';
import type { AuthOperation, Component } from './conventions';
import { createAttempt, type AuthAttempt } from './exchange/auth-attempt';
import { AuthExchange } from './exchange/auth-exchange';
import type { VerdictFacts } from './exchange/exchange-facts';
import { exchangeInProgress, exchangeToSpeakIn, isOutsideRequests } from './exchange/in-progress';
import { attachExchange } from './exchange/observed-requests';
import { observeOperation, type ObserveFacts } from './exchange/observe-operation';
import { recordInside, speaks } from './exchange/record-inside';
import { TokenValidations, type TokenValidation } from './exchange/token-validation';
import { latePerformance } from './late-modules';
import type { AuthObservation } from './model/auth-observation';
import { resolveOptions, type AuthMeterOptions } from './options/auth-meter-options';
import { AuthRecorder } from './recorder/auth-recorder';
import type { FailureCount } from './recorder/recent-failures';

const TOP_BY_DEFAULT = 10;

/** Records what happens to authentication. None of its methods throws, awaits, or changes what the host does. */
export interface AuthMeter {
  /**
   * Counts one observation and tells the observers. Inside a request under observation an attempt, a login or
   * another whole operation is the request's own: it is counted once, when the request ends.
   *
   * @param request The request it belongs to, for adapters: a request is never lost, an async context can be.
   */
  record(observation: AuthObservation, request?: object): void;
  /**
   * Prepares an observation that is recorded often and always the same. The returned function records it as `record`
   * does, at a fraction of the price where no request is under observation and nobody observes.
   */
  bind(observation: AuthObservation): () => void;
  /** Starts an attempt that ends once, by `succeed`, `fail` or a status. */
  startAttempt(facts?: VerdictFacts): AuthAttempt;
  /** Starts the verification of a token that ends once, by `succeed` or `fail`: for verifiers that call back. */
  startTokenValidation(): TokenValidation;
  /** The same for verifiers that are called for every token and answer in one go: without an object for each. */
  readonly tokenValidations: TokenValidations;
  /** Runs a function as an operation and counts how it ends; returns and throws what it does. */
  observe<Result>(
    operation: AuthOperation,
    facts: ObserveFacts<Awaited<Result>>,
    run: () => Result,
  ): Result;
  /**
   * For adapters: opens the observation of a request, or joins the one that another layer opened.
   * Whoever opened it (`isOwner`) ends it when the response ends.
   */
  openExchange(request: object, facts?: VerdictFacts): OpenedExchange;
  /**
   * For an operator's page: the sources that failed most in the last one to two hours, heaviest first, in fixed memory
   * and whether they have a series or not. What is no address is left out.
   *
   * @param most Default 10; at most 1,000 are known.
   */
  topSources(most?: number): readonly FailureCount[];
  /** The same for accounts. Empty without `userIdKey`: nothing can name them then. */
  topAccounts(most?: number): readonly FailureCount[];
  /** For adapters: runs a callback of the host's; a throw is counted and reported, and gives undefined. */
  guard<Result>(component: Component, run: () => Result): Result | undefined;
}

/** A request under observation, and whether the caller is the one who has to end it. */
export interface OpenedExchange {
  readonly exchange: AuthExchange;
  readonly isOwner: boolean;
}

/**
 * Makes the meter through which everything is recorded. Nothing is created in the SDK before a provider is there:
 * the one passed in, or the global one, also one that is registered later.
 *
 * @throws AuthmeterOptionError naming the option, what was given and what is allowed.
 */
export function createAuthMeter(options?: AuthMeterOptions): AuthMeter {
  const resolved = resolveOptions(options);
  const { clock } = resolved;
  const recorder = new AuthRecorder(resolved);
  const record = (observation: AuthObservation, request?: object): void => {
    try {
      const exchange = exchangeOf(observation, request);
      if (exchange === undefined) recorder.record(observation);
      else recordInside(exchange, observation, recorder);
    } catch {
      recorder.noteFailure('recorder');
    }
  };
  const tokenValidations = new TokenValidations({ recorder, clock });
  const meter: AuthMeter = {
    record,
    bind: (observation) => {
      const prepared = recorder.prepare(observation);
      return () => {
        const isAside =
          prepared !== undefined && (isOutsideRequests() || exchangeOf(observation) === undefined);
        if (isAside) prepared.record(undefined);
        else record(observation);
      };
    },
    startAttempt: (facts) => {
      const outer = exchangeToSpeakIn();
      if (outer === undefined) {
        return createAttempt(new AuthExchange(recorder, clock, facts), true);
      }
      outer.learn(facts);
      return createAttempt(outer, false);
    },
    observe: (operation, facts, run) =>
      observeOperation({ recorder, clock }, operation, facts, run),
    startTokenValidation: () => tokenValidations.start(),
    tokenValidations,
    openExchange: (request, facts) => {
      const outer = exchangeInProgress(request);
      if (outer !== undefined) {
        outer.learn(facts);
        return { exchange: outer, isOwner: false };
      }
      const exchange = new AuthExchange(recorder, clock, facts);
      attachExchange(request, exchange);
      return { exchange, isOwner: true };
    },
    topSources: (most = TOP_BY_DEFAULT) => recorder.recentFailures.topSources(most),
    topAccounts: (most = TOP_BY_DEFAULT) => recorder.recentFailures.topAccounts(most),
    guard: (component, run) => recorder.guard(component, run),
  };
  meterOf.set(recorder, meter);
  // A host is set up once: better now than in its first request.
  prepareReading();
  latePerformance();
  return meter;
}

const meterOf = new WeakMap<AuthRecorder, AuthMeter>();

/**
 * For instrumentation that has no meter of its own: the meter of the request in progress, so that all of one
 * request is counted in one place; undefined where no request is observed.
 */
export function meterInProgress(): AuthMeter | undefined {
  const exchange = exchangeInProgress();
  return exchange && meterOf.get(exchange.recorder);
}

/** Only what says something of who calls begins the observation of a request that nobody observes yet. */
function exchangeOf(observation: AuthObservation, request?: object): AuthExchange | undefined {
  if (isOutsideRequests(request)) return undefined;
  return speaks(observation) ? exchangeToSpeakIn(request) : exchangeInProgress(request);
}
