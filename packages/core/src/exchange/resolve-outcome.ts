import type { AuthErrorType } from '../conventions';
import type { AuthErrorCategory } from '../model/auth-observer';
import type { Verdict } from '../model/facts';
import {
  causeOfLayerStatus,
  causeOfOperationStatus,
  FIRST_ERROR_STATUS,
  refusalOfStatus,
} from './cause-of-status';
import type { CredentialCheck } from './credential-check';
import {
  verdictOf,
  type DeclaredOperation,
  type ExchangeEnding,
  type Judgement,
} from './exchange-facts';
import { explainedBy, moreTelling } from './more-telling';

const FIRST_SERVER_ERROR_STATUS = 500;
/** Locked, and too many requests: refused before anything was judged. */
const STATUS_BEFORE_JUDGING: ReadonlySet<number> = new Set([423, 429]);

/** What the layers left behind. */
export interface CollectedVerdicts {
  readonly declared: DeclaredOperation | undefined;
  readonly verdict: 'accepted' | 'refused' | undefined;
  readonly refusal: AuthErrorCategory | undefined;
  readonly innerFailure: AuthErrorCategory | undefined;
  /** What a library checked, deciding nothing. */
  readonly check: CredentialCheck | undefined;
  /** Auth layers that answered by themselves. */
  readonly layersWithTheWord: number;
  /** An auth layer let somebody pass whom it does not know. */
  readonly isGuest: boolean;
  readonly recorder: { categorize(verdict: Verdict): AuthErrorCategory | undefined };
}

/** How an exchange ended: not at all as an attempt, well, or with a cause. */
export type ExchangeOutcome = 'nothing' | 'success' | AuthErrorCategory;

/** Draws the one outcome. Source: conventions section 10; each branch there is a row of the contract suite. */
export function resolveOutcome(
  collected: CollectedVerdicts,
  ending: ExchangeEnding,
): ExchangeOutcome {
  if (collected.declared !== undefined) {
    return outcomeOfOperation(collected, collected.declared, ending);
  }
  if (collected.verdict === 'accepted') return outcomeOfAcceptance(collected, ending);
  if (collected.verdict === 'refused') return causeOfRefusal(collected, ending);
  return outcomeOfSilence(collected, ending);
}

/** A layer accepted; one that came after it and answered by itself may have refused all the same. */
function outcomeOfAcceptance(
  collected: CollectedVerdicts,
  ending: ExchangeEnding,
): 'success' | AuthErrorCategory {
  const refusal =
    collected.layersWithTheWord > 0 ? refusalOfStatus(ending.status, ending) : undefined;
  return refusal === undefined ? 'success' : causeOf(collected, typed(collected, ending, refusal));
}

/** A layer refused; where it does not say why, the inside, the request or the response may. */
function causeOfRefusal(collected: CollectedVerdicts, ending: ExchangeEnding): AuthErrorCategory {
  const explained = explainedBy(collected.refusal, collected.innerFailure);
  const fromStatus = refusalOfStatus(ending.status, ending);
  return causeOf(collected, moreTelling(explained, typed(collected, ending, fromStatus)));
}

/** Nobody spoke: the status decides, and the inside gives the reason. */
function outcomeOfSilence(collected: CollectedVerdicts, ending: ExchangeEnding): ExchangeOutcome {
  const { innerFailure, check, layersWithTheWord, isGuest } = collected;
  const { status } = ending;
  // Node's status is 200 until somebody sets it: only an error was decided before the client left.
  if (ending.isComplete === false && (status ?? 0) < FIRST_ERROR_STATUS) return 'nothing';
  const isLayersAnswer = layersWithTheWord > 0;
  const refusal =
    refusalOfStatus(status, ending) ?? (isLayersAnswer ? causeOfLayerStatus(status) : undefined);
  if (refusal !== undefined) {
    const own = typed(collected, ending, refusal);
    return causeOf(collected, refusal === 'rate_limited' ? own : (innerFailure ?? own));
  }
  const isServerError = status !== undefined && status >= FIRST_SERVER_ERROR_STATUS;
  // Served although the token was bad: served as a guest. A failure of the host's shows that it needed it.
  if (innerFailure !== undefined) return isServerError ? innerFailure : 'nothing';
  // A layer that redirects, answers well or serves a guest has neither accepted nor refused.
  if (isLayersAnswer || isGuest) return 'nothing';
  // What the handler did afterwards changes nothing.
  if (check !== undefined) return 'success';
  if (isServerError || ending.isProtected === false) return 'nothing';
  const isServed =
    ending.isIdentified === true || (status !== undefined && status < FIRST_ERROR_STATUS);
  // Whoever is merely recognised by a session that nobody declared presented no credential.
  return isServed && ending.credentialPresent === true ? 'success' : 'nothing';
}

/** The host said what this is: what it judged counts first, then a refusal, then the status. */
function outcomeOfOperation(
  collected: CollectedVerdicts,
  { operation }: DeclaredOperation,
  ending: ExchangeEnding,
): ExchangeOutcome {
  const { status, judgement } = ending;
  if (judgement !== undefined && verdictOf(judgement).outcome === 'success') return 'success';
  const judged = judgement === undefined ? undefined : causeOfJudgement(collected, judgement);
  const isRefused = collected.verdict === 'refused';
  const isError = status !== undefined && status >= FIRST_ERROR_STATUS;
  if (judgement === undefined && !isRefused && !isError) {
    return ending.isComplete === false && collected.verdict === undefined ? 'nothing' : 'success';
  }
  const spoken = moreTelling(judged, isRefused ? collected.refusal : undefined);
  const fromStatus = typed(collected, ending, causeOfOperationStatus(operation, status));
  // A limiter or a lock did not look at what failed inside.
  const isUnseen = status !== undefined && STATUS_BEFORE_JUDGING.has(status);
  const explained = explainedBy(
    spoken ?? (isUnseen ? fromStatus : undefined),
    collected.innerFailure,
  );
  return causeOf(collected, moreTelling(explained, fromStatus));
}

function causeOfJudgement(
  collected: CollectedVerdicts,
  judgement: Judgement,
): AuthErrorCategory | undefined {
  if (typeof judgement === 'string') return undefined;
  if (judgement.error === undefined && judgement.errorType === undefined) return undefined;
  return collected.recorder.categorize({ ...judgement, outcome: 'failure' });
}

/** The category of a type, refined by the challenge that the response carried. */
function typed(
  { recorder }: CollectedVerdicts,
  { hints }: ExchangeEnding,
  errorType: AuthErrorType | undefined,
): AuthErrorCategory | undefined {
  if (errorType === undefined) return undefined;
  const isOpen = errorType === 'unknown' && hints !== undefined;
  return recorder.categorize(
    isOpen ? { outcome: 'failure', hints } : { outcome: 'failure', errorType },
  );
}

function causeOf(
  { recorder }: CollectedVerdicts,
  category: AuthErrorCategory | undefined,
): AuthErrorCategory {
  const known = category ?? recorder.categorize({ outcome: 'failure', errorType: 'unknown' });
  if (known === undefined) throw new Error('a failure has a category');
  return known;
}
