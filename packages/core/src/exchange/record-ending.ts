import type { Context } from '@opentelemetry/api';
import type { AuthRecorder } from '../recorder/auth-recorder';
import type { ExchangeEnding, Judgement } from './exchange-facts';
import { laterJudgement } from './later-judgement';
import { noticeObservation } from './notice-observation';
import type { NoticingExchange } from './noticing-exchange';
import { observationsOf, type EndedExchange } from './observations-of';
import { resolveOutcome, type CollectedVerdicts, type ExchangeOutcome } from './resolve-outcome';

/** All that an exchange knows when it ends. */
export interface EndingExchange
  extends EndedExchange, CollectedVerdicts, Pick<NoticingExchange, 'parent' | 'toldEvents'> {
  readonly recorder: AuthRecorder;
  readonly context: Context | undefined;
  readonly judgement: Judgement | undefined;
}

/** Draws the outcome of an exchange that ends, records all that follows from it, and says what it was. */
export function recordEnding(exchange: EndingExchange, ending: ExchangeEnding): ExchangeOutcome {
  const { recorder, parent } = exchange;
  const judgement =
    ending.judgement === undefined
      ? exchange.judgement
      : laterJudgement(recorder, exchange.judgement, ending.judgement);
  const judged = judgement === undefined ? ending : { ...ending, judgement };
  const outcome = resolveOutcome(exchange, judged);
  const { context, toldEvents } = exchange;
  for (const recording of observationsOf(exchange, outcome, judged)) {
    const { observation } = recording;
    const { countsError } =
      parent === undefined ? recording : noticeObservation(parent, observation);
    recorder.record(observation, { countsError, toldEvents, context });
  }
  return outcome;
}
