import type { AuthOperation } from '../conventions';
import type { AuthObservation, AuthObservationKind } from '../model/auth-observation';
import type { SubjectFacts, Verdict } from '../model/facts';
import type { AuthRecorder } from '../recorder/auth-recorder';
import type { AuthExchange } from './auth-exchange';
import { innerOperationOf } from './inner-operations';
import { noticeObservation } from './notice-observation';

/** Observations that are a whole operation: inside a request they say what the request is. */
const WHOLE_OPERATIONS: Readonly<Partial<Record<AuthObservationKind, AuthOperation>>> = {
  attempt: 'authenticate',
  login: 'login',
  logout: 'logout',
  registration: 'register',
  token_refresh: 'token_refresh',
};

/** Whether an observation says something of who calls, so that the request it is made in is about authentication. */
export function speaks(observation: AuthObservation): boolean {
  // A host without types can record anything; what cannot be read is refused where it is counted.
  if (typeof observation !== 'object' || (observation as unknown) === null) return false;
  if (observation.kind === 'rate_limit') return observation.result === 'limited';
  return (
    WHOLE_OPERATIONS[observation.kind] !== undefined || innerOperationOf(observation) !== undefined
  );
}

/** Records an observation that the host tells while a request is under observation, so that it counts once. */
export function recordInside(
  exchange: AuthExchange,
  observation: AuthObservation,
  recorder: AuthRecorder,
): void {
  const operation = WHOLE_OPERATIONS[observation.kind];
  if (operation !== undefined) {
    const told = observation as Partial<Verdict> & SubjectFacts;
    const cause = observation.kind === 'logout' ? observation.cause : undefined;
    if (operation !== 'authenticate') {
      exchange.declare(cause === undefined ? { operation } : { operation, cause });
    }
    const judgement = { ...told, outcome: told.outcome ?? 'success' };
    if (exchange.leave(operation, judgement, told)) return;
  }
  const completed = completedBy(exchange.facts, observation);
  const noticed = noticeObservation(exchange, completed);
  recorder.record(completed, { ...noticed, context: exchange.context });
}

/** The request knows who and where, where the observation does not say. */
function completedBy(facts: SubjectFacts, observation: AuthObservation): AuthObservation {
  const told: SubjectFacts = observation as SubjectFacts;
  const subject: SubjectFacts = {
    sourceAddress: told.sourceAddress ?? facts.sourceAddress,
    accountId: told.accountId ?? facts.accountId,
    sessionId: told.sessionId ?? facts.sessionId,
    route: told.route ?? facts.route,
  };
  return { ...observation, ...subject };
}
