import type { AuthObservation } from '../model/auth-observation';
import { checkOf, mismatchOf } from './credential-check';
import { innerOperationOf } from './inner-operations';
import type { NoticingExchange } from './noticing-exchange';

/**
 * Lets an exchange take note of an observation that is recorded inside it, and says whether its failure counts
 * itself: not if it is for this exchange, or for an open one around it, to count.
 */
export function noticeObservation(
  exchange: NoticingExchange,
  observation: AuthObservation,
): { readonly countsError: boolean } {
  if (exchange.isEnded) {
    return exchange.parent === undefined
      ? { countsError: true }
      : noticeObservation(exchange.parent, observation);
  }
  if (observation.kind === 'token_validation') exchange.sawValidation = true;
  const check = checkOf(observation);
  if (check !== undefined) exchange.markCheck(check);
  if (observation.kind === 'rate_limit' && observation.result === 'limited') {
    exchange.refuse({ errorType: 'rate_limited' });
  }
  if (observation.kind === 'security_event') {
    (exchange.toldEvents ??= new Set()).add(observation.event);
  }
  const operation = innerOperationOf(observation);
  if (operation === undefined) return { countsError: true };
  const failure = exchange.recorder.failureOf(observation) ?? mismatchOf(observation);
  if (operation !== 'authorize') exchange.inform(failure, operation);
  else if (failure !== undefined) exchange.refuse({ errorType: failure.errorType });
  // Once the client has left, nobody may speak any more who could count it.
  return { countsError: operation !== 'authorize' && exchange.isInterrupted };
}
