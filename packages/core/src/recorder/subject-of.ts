import type { SubjectFacts } from '../model/facts';

/** Who and where of anything that tells it, and nothing else. */
export function subjectOf({
  sourceAddress,
  accountId,
  sessionId,
  route,
}: SubjectFacts): SubjectFacts {
  return { sourceAddress, accountId, sessionId, route };
}
