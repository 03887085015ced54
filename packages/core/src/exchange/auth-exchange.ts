import type { Context } from '@opentelemetry/api';
import type { AuthOperation, SecurityEvent } from '../conventions';
import type { AuthErrorCategory } from '../model/auth-observer';
import type { AuthMethodName, Verdict } from '../model/facts';
import type { Clock } from '../options/clock';
import type { AuthRecorder } from '../recorder/auth-recorder';
import {
  verdictOf,
  type DeclaredOperation,
  type ExchangeEnding,
  type Judgement,
  type VerdictFacts,
} from './exchange-facts';
import type { CredentialCheck } from './credential-check';
import { EnteredLayers } from './entered-layers';
import type { ExchangeOwner } from './exchange-owner';
import { ExchangeTimes } from './exchange-times';
import { KnownFacts } from './known-facts';
import { laterJudgement } from './later-judgement';
import { moreTelling } from './more-telling';
import { outdates } from './outdates';
import { recordEnding } from './record-ending';

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
  /** The credential that a library checked inside, deciding nothing; undefined when none did. */
  check: CredentialCheck | undefined;
  /** Whether anybody accepted before a refusal. */
  wasAccepted = false;
  /** Security events that the host told itself: what this exchange counts does not tell them again. */
  toldEvents: Set<SecurityEvent> | undefined;
  /** Whether an auth layer let somebody pass whom it does not know. */
  isGuest = false;
  readonly facts = new KnownFacts();
  /** Who ends it, where that is not the one who has it; see `ExchangeOwner`. */
  owner: ExchangeOwner | undefined;
  /** Where it began; undefined where no observer would ask. */
  readonly context: Context | undefined;
  /** Its auth layers. */
  readonly layers = new EnteredLayers();
  private readonly times: ExchangeTimes;
  private hasEnded = false;
  private interrupted: ExchangeEnding | undefined;

  constructor(
    readonly recorder: AuthRecorder,
    clock: Clock,
    facts?: VerdictFacts,
    declared?: DeclaredOperation,
    readonly parent?: AuthExchange,
  ) {
    this.times = new ExchangeTimes(clock);
    this.context = recorder.observers.activeContext();
    this.declared = declared;
    this.facts.learn(facts);
  }

  /** How many auth layers have neither passed nor refused yet. */
  get layersWithTheWord(): number {
    return this.layers.withTheWord;
  }

  /** Whether it is too late to say anything. */
  get isEnded(): boolean {
    return this.hasEnded && !this.isInterrupted;
  }

  /** Whether the client left before anybody had spoken; whoever still speaks is heard. */
  get isInterrupted(): boolean {
    return this.interrupted !== undefined;
  }

  /** Says what this is. The outermost declaration holds; the same said again may add details. */
  declare(declared: DeclaredOperation): void {
    if ((this.declared ?? declared).operation !== declared.operation) return;
    this.declared = { ...declared, ...this.declared };
  }

  /**
   * An auth layer accepted the caller.
   *
   * @param method What it authenticates with, where the facts do not say.
   */
  accept(facts?: VerdictFacts, method?: AuthMethodName): void {
    if (this.isEnded) return;
    this.facts.correct(facts);
    if (method !== undefined && facts?.method === undefined) this.facts.method = method;
    this.verdict = 'accepted';
    this.wasAccepted = true;
    this.refusal = undefined;
    this.times.markVerdict();
    this.endLate();
  }

  /** An auth layer refused the caller. Of several causes the most telling stays. */
  refuse(cause: Omit<Verdict, 'outcome'>, facts?: VerdictFacts): void {
    if (this.isEnded) return;
    const before = this.refusal;
    const category = this.recorder.categorize({ ...cause, outcome: 'failure' });
    this.refusal = moreTelling(before, category);
    this.verdict = 'refused';
    if (this.refusal === before) this.facts.learn(facts);
    else {
      this.facts.correct(facts);
      this.times.markVerdict();
    }
    this.endLate();
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
    if (!this.isEnded) {
      this.facts.learn(facts);
      this.judgement = laterJudgement(this.recorder, this.judgement, judgement);
      this.endLate();
    }
    return true;
  }

  /** Something inside succeeded, or failed: it may give the reason, it decides nothing. */
  inform(failure: AuthErrorCategory | undefined, operation: AuthOperation): void {
    if (this.hasEnded || !outdates(this, failure, operation)) return;
    this.innerFailure = failure;
    this.innerOperation = operation;
  }

  /** A library checked a credential inside; whoever asked it decides. */
  markCheck(check: CredentialCheck): void {
    this.check = this.check === undefined ? check : { ...this.check, ...check };
    this.times.markCheck();
  }

  /** Adds facts; what is known already stays. */
  learn(facts: VerdictFacts | undefined): void {
    this.facts.learn(facts);
  }

  /** Ends the exchange and counts it, at most once. Never throws. */
  end(ending: ExchangeEnding): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    this.recorder.guard('recorder', () => {
      this.facts.method ??= this.layers.method;
      this.facts.learn(ending.facts);
      if (this.declared === undefined) this.facts.learn(this.check?.facts);
      const outcome = recordEnding(this, ending);
      if (outcome === 'nothing' && ending.isComplete === false) this.interrupted = ending;
    });
  }

  /** Counts what is said after the client left; the work goes on, and an attacker does not wait for answers. */
  private endLate(): void {
    const { interrupted } = this;
    if (interrupted === undefined) return;
    this.abandon();
    // What had failed inside was counted when the client left.
    this.innerFailure = undefined;
    this.hasEnded = false;
    this.end(interrupted);
  }

  /** Ends the exchange without counting anything. */
  abandon(): void {
    this.hasEnded = true;
    this.interrupted = undefined;
  }

  /** Seconds from the start to the deciding verdict; for a declared operation, or without one, to now. */
  durationSeconds(): number {
    return this.times.durationSeconds(this.declared === undefined);
  }
}
