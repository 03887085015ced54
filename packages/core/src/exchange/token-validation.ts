import type { ObservationOf } from '../model/auth-observation';
import type { Clock } from '../options/clock';
import type { AuthRecorder } from '../recorder/auth-recorder';
import type { PreparedCount } from '../recorder/prepare-count';
import type { AuthExchange } from './auth-exchange';
import type { VerdictFacts } from './exchange-facts';
import { exchangeToSpeakIn, findOpen } from './in-progress';
import type { ExchangeServices } from './observe-operation';
import { recordInside } from './record-inside';

const MILLISECONDS_PER_SECOND = 1000;

/**
 * The verification of one token, which ends once: the first call wins, the rest do nothing. Inside a request under
 * observation it gives the request its reason; inside another validation it is part of that.
 */
export interface TokenValidation {
  /**
   * The token is good. Never throws.
   *
   * @param verified What the verifier gave.
   * @param identify Reads from that whose it is and how long it lives; asked only in a request under observation.
   */
  succeed<Verified>(verified?: Verified, identify?: Identify<Verified>): void;
  /** The token is bad, or could not be judged, because of this error. Never throws. */
  fail(error: unknown): void;
}

type Identify<Verified> = (verified: Verified) => VerdictFacts | undefined;

/** What validations of one meter share. */
interface Validations {
  readonly recorder: AuthRecorder;
  readonly clock: Clock;
  /** Counts a success that stands for itself, as nearly all do that stand for themselves. */
  readonly countSuccess: PreparedCount;
}

/**
 * Makes what starts validations in the exchange in progress, whose meter counts them then. Called for every token, so
 * it opens no exchange of its own, and looks up and allocates little.
 */
export function createTokenValidations({
  recorder,
  clock,
}: ExchangeServices): () => TokenValidation {
  const countSuccess = recorder.prepare({
    kind: 'token_validation',
    outcome: 'success',
    durationSeconds: 0,
  });
  const validations: Validations = { recorder, clock, countSuccess };
  return () => new StartedValidation(validations, exchangeToSpeakIn());
}

class StartedValidation implements TokenValidation {
  private readonly startedAt: number;
  private isOver = false;

  constructor(
    private readonly validations: Validations,
    /** Looked up at the start: whoever fetches a key may call back in the context of another request. */
    private readonly entered: AuthExchange | undefined,
  ) {
    this.startedAt = validations.clock.monotonicMilliseconds();
  }

  succeed<Verified>(verified?: Verified, identify?: Identify<Verified>): void {
    if (this.isOver) return;
    const durationSeconds = this.end();
    if (this.entered === undefined) {
      this.validations.countSuccess(durationSeconds);
      return;
    }
    const identifyThis = identify && (() => identify(verified as Verified));
    this.record({ kind: 'token_validation', outcome: 'success', durationSeconds }, identifyThis);
  }

  fail(error: unknown): void {
    if (this.isOver) return;
    const durationSeconds = this.end();
    this.record({ kind: 'token_validation', outcome: 'failure', error, durationSeconds });
  }

  private end(): number {
    this.isOver = true;
    const elapsed = this.validations.clock.monotonicMilliseconds() - this.startedAt;
    // A clock that went back.
    return elapsed > 0 ? elapsed / MILLISECONDS_PER_SECOND : 0;
  }

  private record(
    validation: ObservationOf<'token_validation'>,
    identify?: () => VerdictFacts | undefined,
  ): void {
    const recorder = this.entered?.recorder ?? this.validations.recorder;
    const exchange = this.entered && findOpen(this.entered);
    if (exchange === undefined) {
      recorder.record(validation);
      return;
    }
    recorder.guard('recorder', () => {
      const facts = identify?.();
      if (exchange.leave('token_validate', validation, facts)) return;
      recordInside(
        exchange,
        facts === undefined ? validation : { ...validation, ...facts },
        recorder,
      );
    });
  }
}
