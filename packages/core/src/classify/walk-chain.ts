import type { AuthErrorType } from '../conventions';
import { askRules } from './error-rule';
import { judgeError } from './judge-error';
import { judgeText } from './judge-message';
import { mayWrap } from './quick-look';
import { isArray, readField } from './safe-read';
import type { Search } from './search';

/** Where libraries put what they caught, most usual first. */
export const LINKS = [
  'cause',
  'inner',
  'originalError',
  'error',
  'err',
  'oauthError',
  'original',
  'parent',
  'innerError',
  'suppressed',
] as const;

const DEEPEST = 8;
/** How many members of an AggregateError, or answers of passport strategies, are compared. */
const MOST_SIBLINGS = 16;

/**
 * Weighs an error and what it wraps, outermost first. Looks at no more than the search's budget of
 * values and at nothing twice. A host's rule that answers ends the walk; its answer is returned.
 */
export function walkChain(value: unknown, search: Search, depth = 0): AuthErrorType | undefined {
  if (search.budget <= 0 || search.isSettled) return undefined;
  search.budget -= 1;
  if (search.rules.length > 0) {
    const answer = askRules(search.rules, value, search.onRuleFailure);
    if (answer !== undefined) return answer;
  }
  if (typeof value === 'string') {
    judgeText(value, true, undefined, search);
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (isArray(value)) return walkSiblings(value, search, depth);
  judgeError(value, search);
  return depth < DEEPEST && mayWrap(value) ? walkLinks(value, search, depth) : undefined;
}

function walkLinks(error: object, search: Search, depth: number): AuthErrorType | undefined {
  for (const link of LINKS) {
    const inner = readField(error, link);
    if (typeof inner !== 'object' || inner === null || !enter(error, inner, search)) continue;
    const answer = walkChain(inner, search, depth + 1);
    if (answer !== undefined) return answer;
  }
  const errors = readField(error, 'errors');
  return isArray(errors) && enter(error, errors, search)
    ? walkSiblings(errors, search, depth)
    : undefined;
}

/** Notes where the walk has been; false if it has been inside already. */
function enter(outer: object, inner: object, search: Search): boolean {
  search.seen ??= [outer];
  if (search.seen.includes(inner)) return false;
  search.seen.push(inner);
  return true;
}

function walkSiblings(
  siblings: readonly unknown[],
  search: Search,
  depth: number,
): AuthErrorType | undefined {
  const wasRanking = search.isRanking;
  for (let index = 0; index < MOST_SIBLINGS && depth < DEEPEST; index += 1) {
    const sibling = readField(siblings, String(index));
    if (sibling === undefined || !enterSibling(siblings, sibling, search)) break;
    const answer = walkChain(sibling, search, depth + 1);
    if (answer !== undefined) return answer;
    // The first has nothing to be compared with but what wraps the list.
    search.isRanking = true;
  }
  search.isRanking = wasRanking;
  return undefined;
}

function enterSibling(siblings: object, sibling: unknown, search: Search): boolean {
  return typeof sibling !== 'object' || sibling === null || enter(siblings, sibling, search);
}
