import type { AuthOperation } from '../conventions';
import type { AuthErrorCategory } from '../model/auth-observer';
import type { AuthObservation } from '../model/auth-observation';
import type { Verdict } from '../model/facts';
import type { Clock } from '../options/clock';
import type { AuthRecorder } from '../recorder/auth-recorder';
import {
  verdictOf,
  type DeclaredOperation,
  type ExchangeEnding,
  type Judgement,
  type VerdictFacts,
} from './exchange-facts';
import { innerOperationOf } from './inner-operations';
import { laterJudgement } from './later-judgement';
import { moreTelling } from './more-telling';
import { observationsOf } from './observations-of';
import { resolveOutcome } from './resolve-outcome';

const MILLISECONDS_PER_SECOND = 1000;

/**
 * One request, or one call, under observation. Every auth layer that speaks leaves its verdict here; when the
 * exchange ends, one outcome is drawn from them and counted once, however many layers saw it.
 */
export class AuthExchange {
  /** The operation that the host declared; undefined for an ordinary request. */
  declared: DeclaredOperation | undefined;
  /** The last word of the layers that decide. */
  verdict: 'accepted' | 'refused' | undefined;
  /** Why it was refused; kept until somebody accepts. */
  refusal: AuthErrorCategory | undefined;
  /** Why an inner call failed that no later one of its kind made good; undefined when there was none. */
  innerFailure: AuthErrorCategory | undefined;
  /** What that inner call was, or the last one that succeeded. */
  innerOperation: AuthOperation | undefined;
  /** What the host itself said of a declared operation. */
  judgement: Judgement | undefined;
  /** Whether a token was validated and counted inside. */
  sawValidation = false;
  /** Whether anybody accepted before a refusal. */
  wasAccepted = false;
  facts: VerdictFacts = {};
  /** Auth layers that have neither passed nor refused yet. */
  layersWithTheWord = 0;
  private layerMethod: string | undefined;
  private readonly startedAt: number;
  private verdictAt: number | undefined;
  private hasEnded = false;

  constructor(
    readonly recorder: AuthRecorder,
    private readonly clock: Clock,
    facts?: VerdictFacts,
    declared?: DeclaredOperation,
    readonly parent?: AuthExchange,
  ) {
    this.startedAt = clock.monotonicMilliseconds();
    this.declared = declared;
    if (facts !== undefined) this.facts = facts;
  }

  get isEnded(): boolean {
    return this.hasEnded;
  }

  /** Says what this is, unless it was said already: the outermost declaration holds. */
  declare(declared: DeclaredOperation): void {
    this.declared ??= declared;
  }

  /** An auth layer accepted the caller. */
  accept(facts?: VerdictFacts): void {
    if (this.hasEnded) return;
    this.facts = { ...this.facts, ...facts };
    this.verdict = 'accepted';
    this.wasAccepted = true;
    this.refusal = undefined;
    this.verdictAt = this.clock.monotonicMilliseconds();
  }

  /** An auth layer refused the caller. Of several causes the most telling stays. */
  refuse(cause: Omit<Verdict, 'outcome'>, facts?: VerdictFacts): void {
    if (this.hasEnded) return;
    const before = this.refusal;
    const category = this.recorder.categorize({ ...cause, outcome: 'failure' });
    this.refusal = moreTelling(before, category);
    this.verdict = 'refused';
    if (this.refusal === before) this.learn(facts);
    else {
      this.facts = { ...this.facts, ...facts };
      this.verdictAt = this.clock.monotonicMilliseconds();
    }
  }

  /**
   * Leaves how an operation inside this exchange ended. An authentication is a verdict; what the exchange was
   * declared to be is judged by it; any other operation is not for this exchange to count: false.
   */
  leave(operation: AuthOperation, judgement: Judgement, facts?: VerdictFacts): boolean {
    if (operation === 'authenticate') {
      const verdict = verdictOf(judgement);
      if (verdict.outcome === 'failure') this.refuse(verdict, facts);
      else this.accept(facts);
      return true;
    }
    if (this.declared?.operation !== operation) return false;
    if (!this.hasEnded) {
      this.learn(facts);
      this.judgement = laterJudgement(this.recorder, this.judgement, judgement);
    }
    return true;
  }

  /** Something inside succeeded, or failed: it may give the reason, it decides nothing. */
  inform(failure: AuthErrorCategory | undefined, operation: AuthOperation): void {
    if (this.hasEnded) return;
    const isAnotherTry = this.innerOperation === operation;
    // Only another try of the same kind makes a failure good.
    if (failure === undefined && this.innerFailure !== undefined && !isAnotherTry) return;
    this.innerFailure = failure;
    this.innerOperation = operation;
  }

  /** Adds facts; what is known already stays. */
  learn(facts: VerdictFacts | undefined): void {
    if (facts !== undefined) this.facts = { ...facts, ...this.facts };
  }

  /**
   * An auth layer has the word; what is answered until the returned function is called is the layer's own answer.
   *
   * @param method What it authenticates with, where that is known.
   */
  enterLayer(method: string | undefined): () => void {
    this.layersWithTheWord += 1;
    this.layerMethod = method ?? this.layerMethod;
    let hasLeft = false;
    return () => {
      if (!hasLeft) this.layersWithTheWord -= 1;
      hasLeft = true;
    };
  }

  /**
   * Takes note of an observation that is recorded inside, and says whether its failure counts itself: not if
   * it is for this exchange, or for an open one around it, to count.
   */
  notice(observation: AuthObservation): { readonly countsError: boolean } {
    if (this.hasEnded) return this.parent?.notice(observation) ?? { countsError: true };
    if (observation.kind === 'token_validation') this.sawValidation = true;
    if (observation.kind === 'rate_limit' && observation.result === 'limited') {
      this.refuse({ errorType: 'rate_limited' });
    }
    const operation = innerOperationOf(observation);
    if (operation === undefined) return { countsError: true };
    const failure = this.recorder.failureOf(observation);
    if (operation !== 'authorize') this.inform(failure, operation);
    else if (failure !== undefined) this.refuse({ errorType: failure.errorType });
    return { countsError: false };
  }

  /** Ends the exchange and counts it, at most once. Never throws. */
  end(ending: ExchangeEnding): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    this.recorder.guard('recorder', () => {
      if (this.layerMethod !== undefined) this.learn({ method: this.layerMethod });
      this.learn(ending.facts);
      const { judgement = this.judgement } = ending;
      const judged =
        judgement === undefined
          ? ending
          : { ...ending, judgement: laterJudgement(this.recorder, this.judgement, judgement) };
      const outcome = resolveOutcome(this, judged);
      for (const { observation, countsError } of observationsOf(this, outcome, judged)) {
        const noticed = this.parent?.notice(observation) ?? { countsError };
        this.recorder.record(observation, noticed);
      }
    });
  }

  /** Ends the exchange without counting anything. */
  abandon(): void {
    this.hasEnded = true;
  }

  /** Seconds from the start to the deciding verdict; for a declared operation, or without one, to now. */
  durationSeconds(): number {
    const end =
      this.declared === undefined && this.verdictAt !== undefined
        ? this.verdictAt
        : this.clock.monotonicMilliseconds();
    return (end - this.startedAt) / MILLISECONDS_PER_SECOND;
  }
}
