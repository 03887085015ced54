import type { AuthOperation } from '../conventions';
import type { Clock } from '../options/clock';
import type { AuthRecorder } from '../recorder/auth-recorder';
import { AuthExchange } from './auth-exchange';
import {
  verdictOf,
  type Judgement,
  type OperationDetails,
  type VerdictFacts,
} from './exchange-facts';
import { exchangeInProgress, exchangeToSpeakIn, runInExchange } from './in-progress';
import { observeResult } from './observe-result';

/** What is known of an operation beforehand. */
export type OperationFacts = VerdictFacts & OperationDetails;

/** What is known of an operation beforehand, and how to read its result. */
export interface ObserveFacts<Result> extends OperationFacts {
  /** Tells a refusal that is returned instead of thrown: `false`, `null`, a state object. Default: all is success. */
  readonly judge?: (result: Result) => Judgement | undefined;
  /** Reads facts from the result: whose account it was, what token. */
  readonly identify?: (result: Result) => VerdictFacts | undefined;
}

/** What an exchange needs to count. */
export interface ExchangeServices {
  readonly recorder: AuthRecorder;
  readonly clock: Clock;
}

/** Where an operation runs, and how its judgement is left there. */
interface Stage {
  readonly exchange: AuthExchange;
  leave(judgement: Judgement, learned: VerdictFacts | undefined): void;
}

/** Decisions of their own: inside another operation they are counted too, and tell it what they found. */
const OWN_DECISIONS: ReadonlySet<AuthOperation> = new Set([
  'token_validate',
  'token_issue',
  'token_revoke',
  'mfa_verify',
  'authorize',
]);

/** Operations that say nothing of who calls. */
const SILENT: ReadonlySet<AuthOperation> = new Set(['token_issue', 'token_revoke']);

/** Runs an operation under observation and counts it once. Returns and throws what it does. */
export function observeOperation<Result>(
  services: ExchangeServices,
  operation: AuthOperation,
  { judge, identify, ...known }: ObserveFacts<Awaited<Result>>,
  run: () => Result,
): Result {
  const outer = SILENT.has(operation) ? exchangeInProgress() : exchangeToSpeakIn();
  const stage =
    outer === undefined || standsAlone(operation, outer)
      ? openStage(services, operation, known, outer)
      : joinStage(outer, operation, known);
  const { recorder } = services;
  return observeResult(() => runInExchange(stage.exchange, run), {
    onReturn: (result) => {
      // What reads the result is the host's: if it fails, the operation has succeeded all the same.
      const judgement = recorder.guard('adapter', () => judge?.(result)) ?? 'success';
      stage.leave(
        judgement,
        recorder.guard('adapter', () => identify?.(result)),
      );
    },
    onThrow: (error) => {
      stage.leave({ outcome: 'failure', error }, undefined);
    },
  });
}

/** A library that asks another to do the same, or one that is observed twice, does it once. */
function standsAlone(operation: AuthOperation, outer: AuthExchange): boolean {
  if (!OWN_DECISIONS.has(operation)) return false;
  return operation === 'authorize' || outer.declared?.operation !== operation;
}

/** The operation is an exchange of its own, which ends with it. */
function openStage(
  { recorder, clock }: ExchangeServices,
  operation: AuthOperation,
  known: OperationFacts,
  outer: AuthExchange | undefined,
): Stage {
  const declared = operation === 'authenticate' ? undefined : { ...known, operation };
  const exchange = new AuthExchange(recorder, clock, known, declared, outer);
  return {
    exchange,
    leave: (judgement, learned) => {
      exchange.leave(operation, judgement, learned);
      exchange.end({});
    },
  };
}

/** The operation becomes what the request around it is, unless that was declared to be something else. */
function joinStage(outer: AuthExchange, operation: AuthOperation, known: OperationFacts): Stage {
  outer.learn(known);
  if (operation !== 'authenticate') outer.declare({ ...known, operation });
  return {
    exchange: outer,
    leave: (judgement, learned) => {
      if (outer.leave(operation, judgement, learned)) return;
      const failure = outer.recorder.categorize(verdictOf(judgement));
      if (failure !== undefined) outer.inform(failure, operation);
    },
  };
}
