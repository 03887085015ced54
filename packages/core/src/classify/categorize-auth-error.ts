import type { AuthErrorCategory } from '../model/auth-observer';
import { categoryOf } from './auth-error-category';
import type { AuthErrorHints } from './auth-error-hints';
import { categorizeStatus, typeOfStatus } from './categorize-status';
import type { AuthErrorRule } from './error-rule';
import { addEvidence, WEIGHT } from './evidence';
import { lateReadChallenge, lateWalkChain } from './late-reading';
import { NO_HINTS, readHints, type KnownHints } from './read-hints';
import { isStatus, readStatus } from './read-status';
import type { Search } from './search';

const NO_RULES: readonly AuthErrorRule[] = [];
/** Most values of one error that are looked at, whatever its shape. */
const BUDGET = 32;

/**
 * Why an authentication failed, from whatever was thrown or passed along, or from the hints alone.
 * Evidence of the server's own fault (unreachable, misconfigured) outranks everything; then codes and
 * names, then known messages, then the status. `rules` are asked first; `onRuleFailure` is called
 * when one throws or answers what is no type. Total, never throws, work bounded for any input;
 * the answer is one of a fixed set of frozen objects.
 */
export function categorizeAuthError(
  error: unknown,
  hints: AuthErrorHints = NO_HINTS,
  rules: readonly AuthErrorRule[] = NO_RULES,
  onRuleFailure?: () => void,
): AuthErrorCategory {
  const known = readHints(hints);
  const search: Search = {
    errorType: undefined,
    weight: WEIGHT.none,
    serverType: undefined,
    isRanking: false,
    role: known.role,
    credentialPresent: known.credentialPresent,
    rules,
    onRuleFailure,
    budget: BUDGET,
    seen: undefined,
    isSettled: false,
  };
  const walkChain = lateWalkChain();
  const answer =
    walkChain(error, search) ??
    (known.info === undefined ? undefined : walkChain(known.info, search));
  if (answer !== undefined) return categoryOf(answer);
  addHints(known, search);
  const errorType = search.serverType ?? search.errorType ?? 'unknown';
  return errorType === 'unknown' && isBareRefusal(error, known.status)
    ? categorizeStatus(401, known.credentialPresent)
    : categoryOf(errorType);
}

/** A 401 that says no more, or a refusal for which nothing was thrown. */
function isBareRefusal(error: unknown, hintedStatus: number | undefined): boolean {
  const status = hintedStatus ?? readStatus(error);
  return status === 401 || (status === undefined && (error === undefined || error === null));
}

function addHints(
  { wwwAuthenticate, status, credentialPresent }: KnownHints,
  search: Search,
): void {
  if (search.weight > WEIGHT.wrapper) return;
  if (wwwAuthenticate !== undefined) {
    const challenged = lateReadChallenge()(wwwAuthenticate, credentialPresent);
    if (challenged !== undefined) addEvidence(search, WEIGHT.wrapper, challenged);
  }
  const byStatus = isStatus(status) ? typeOfStatus(status) : undefined;
  if (byStatus !== undefined) addEvidence(search, WEIGHT.status, byStatus);
}
