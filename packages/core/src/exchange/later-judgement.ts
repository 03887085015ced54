import type { AuthErrorCategory } from '../model/auth-observer';
import type { Verdict } from '../model/facts';
import { verdictOf, type Judgement } from './exchange-facts';
import { moreTelling } from './more-telling';

/** What judgements are read with. */
export interface Categorizer {
  categorize(verdict: Verdict): AuthErrorCategory | undefined;
}

/** Of two judgements on one operation the later one; of two failures it keeps the more telling cause. */
export function laterJudgement(
  recorder: Categorizer,
  before: Judgement | undefined,
  later: Judgement,
): Judgement {
  const failure = recorder.categorize(verdictOf(later));
  if (failure === undefined) return later;
  const first = before === undefined ? undefined : recorder.categorize(verdictOf(before));
  const { errorType } = moreTelling(first, failure) ?? failure;
  return { outcome: 'failure', errorType };
}
