import type { SubjectFacts } from '../model/facts';

/** Who and where of anything that tells it, and nothing else; what is not known stays absent. */
export function subjectOf({
  sourceAddress,
  accountId,
  sessionId,
  route,
}: SubjectFacts): SubjectFacts {
  return {
    ...(sourceAddress === undefined ? {} : { sourceAddress }),
    ...(accountId === undefined ? {} : { accountId }),
    ...(sessionId === undefined ? {} : { sessionId }),
    ...(route === undefined ? {} : { route }),
  };
}
