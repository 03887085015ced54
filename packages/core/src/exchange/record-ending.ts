import type { AuthExchange } from './auth-exchange';
import type { ExchangeEnding } from './exchange-facts';
import { laterJudgement } from './later-judgement';
import { noticeObservation } from './notice-observation';
import { observationsOf } from './observations-of';
import { resolveOutcome, type ExchangeOutcome } from './resolve-outcome';

/** Draws the outcome of an exchange that ends, records all that follows from it, and says what it was. */
export function recordEnding(exchange: AuthExchange, ending: ExchangeEnding): ExchangeOutcome {
  const { recorder, parent } = exchange;
  const { judgement = exchange.judgement } = ending;
  const judged =
    judgement === undefined
      ? ending
      : { ...ending, judgement: laterJudgement(recorder, exchange.judgement, judgement) };
  const outcome = resolveOutcome(exchange, judged);
  for (const { observation, countsError } of observationsOf(exchange, outcome, judged)) {
    const noticed = parent && noticeObservation(parent, observation);
    recorder.record(observation, { countsError, ...noticed, toldEvents: exchange.toldEvents });
  }
  return outcome;
}
