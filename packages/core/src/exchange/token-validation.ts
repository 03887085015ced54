import type { ObservationOf } from '../model/auth-observation';
import type { Verdict } from '../model/facts';
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
   * @param identify Reads whose it is and how long it lives; asked only in a request under observation.
   */
  succeed(identify?: () => VerdictFacts | undefined): void;
  /** The token is bad, or could not be judged, because of this error. Never throws. */
  fail(error: unknown): void;
}

/** Starts a validation in the exchange in progress. Made for every token, so it opens no exchange of its own. */
export function startTokenValidation(services: ExchangeServices): TokenValidation {
  return new StartedValidation(services, exchangeToSpeakIn());
}

class StartedValidation implements TokenValidation {
  private readonly startedAt: number;
  private isOver = false;

  constructor(
    private readonly services: ExchangeServices,
    /** Looked up at the start: whoever fetches a key may call back in the context of another request. */
    private readonly entered: AuthExchange | undefined,
  ) {
    this.startedAt = services.clock.monotonicMilliseconds();
  }

  succeed(identify?: () => VerdictFacts | undefined): void {
    this.end({ outcome: 'success' }, identify);
  }

  fail(error: unknown): void {
    this.end({ outcome: 'failure', error }, undefined);
  }

  private end(verdict: Verdict, identify: (() => VerdictFacts | undefined) | undefined): void {
    if (this.isOver) return;
    this.isOver = true;
    const { recorder, clock } = this.services;
    const exchange = this.entered && findOpen(this.entered);
    const elapsed = clock.monotonicMilliseconds() - this.startedAt;
    const validation: ObservationOf<'token_validation'> = {
      ...verdict,
      kind: 'token_validation',
      durationSeconds: elapsed / MILLISECONDS_PER_SECOND,
    };
    if (exchange === undefined) {
      recorder.record(validation);
      return;
    }
    recorder.guard('recorder', () => {
      const facts = identify?.();
      if (exchange.leave('token_validate', verdict, facts)) return;
      recordInside(
        exchange,
        facts === undefined ? validation : { ...validation, ...facts },
        recorder,
      );
    });
  }
}
