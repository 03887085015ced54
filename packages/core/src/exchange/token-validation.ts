import type { ObservationOf } from '../model/auth-observation';
import type { Clock } from '../options/clock';
import type { AuthRecorder } from '../recorder/auth-recorder';
import type { TimedCount } from '../recorder/frequent-count';
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

/**
 * Counts verifications of tokens in the exchange in progress, whose meter counts them then. Called for every token: it
 * opens no exchange of its own, and looks up and allocates little. Whoever verifies in one go needs no object for each:
 *
 * ```ts
 * const exchange = exchangeToSpeakIn();
 * const startedAt = validations.now();
 * // ... verify ...
 * validations.succeed(exchange, startedAt, claims, identify);
 * ```
 */
export class TokenValidations {
  private readonly recorder: AuthRecorder;
  private readonly clock: Clock;
  /** Counts a success that stands for itself, as nearly all do that stand for themselves. */
  private readonly successes: TimedCount;

  constructor({ recorder, clock }: ExchangeServices) {
    this.recorder = recorder;
    this.clock = clock;
    this.successes = recorder.prepareFrequent({
      kind: 'token_validation',
      outcome: 'success',
      durationSeconds: 0,
    });
  }

  /** When a verification starts, in milliseconds of the meter's monotonic clock. */
  now(): number {
    return this.clock.monotonicMilliseconds();
  }

  /** For a verifier that calls back. */
  start(): TokenValidation {
    return new StartedValidation(this, exchangeToSpeakIn());
  }

  /**
   * The token is good. Called once for each verification. Never throws.
   *
   * @param entered The exchange in progress when it started: whoever fetches a key may call back in the context of
   *   another request.
   * @param startedAt What `now` said then.
   */
  succeed<Verified>(
    entered: AuthExchange | undefined,
    startedAt: number,
    verified: Verified,
    identify: Identify<Verified> | undefined,
  ): void {
    const durationSeconds = this.secondsSince(startedAt);
    if (entered === undefined) {
      this.successes.add(durationSeconds);
      return;
    }
    const identifyThis = identify && (() => identify(verified));
    const validation = { kind: 'token_validation', outcome: 'success', durationSeconds } as const;
    this.record(entered, validation, identifyThis);
  }

  /** The token is bad, or could not be judged, because of this error. Called once at most. Never throws. */
  fail(entered: AuthExchange | undefined, startedAt: number, error: unknown): void {
    const durationSeconds = this.secondsSince(startedAt);
    const validation = { kind: 'token_validation', outcome: 'failure', error, durationSeconds };
    this.record(entered, validation as ObservationOf<'token_validation'>, undefined);
  }

  private secondsSince(startedAt: number): number {
    const elapsed = this.now() - startedAt;
    // A clock that went back.
    return elapsed > 0 ? elapsed / MILLISECONDS_PER_SECOND : 0;
  }

  private record(
    entered: AuthExchange | undefined,
    validation: ObservationOf<'token_validation'>,
    identify: (() => VerdictFacts | undefined) | undefined,
  ): void {
    const recorder = entered?.recorder ?? this.recorder;
    const exchange = entered && findOpen(entered);
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

class StartedValidation implements TokenValidation {
  private readonly startedAt: number;
  private isOver = false;

  constructor(
    private readonly validations: TokenValidations,
    private readonly entered: AuthExchange | undefined,
  ) {
    this.startedAt = validations.now();
  }

  succeed<Verified>(verified?: Verified, identify?: Identify<Verified>): void {
    if (this.isOver) return;
    this.isOver = true;
    this.validations.succeed(this.entered, this.startedAt, verified as Verified, identify);
  }

  fail(error: unknown): void {
    if (this.isOver) return;
    this.isOver = true;
    this.validations.fail(this.entered, this.startedAt, error);
  }
}
