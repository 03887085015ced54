import type { AuthErrorType } from '../conventions';
import { askRules } from './error-rule';
import { judgeError } from './judge-error';
import { judgeText } from './judge-message';
import { LOOKED_UP } from './reading';
import { isArray, readField } from './safe-read';
import type { Search } from './search';
import { LINK, listMarks, type Sight } from './sight';
import { WRITTEN_OUT } from './written-out';

/** Behind these stands one error each. */
const WRAPPING = listMarks(LINK).filter(({ bit }) => bit !== LINK.errors);

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
  // An error that a host meets is nearly always of a kind met before; what is inside may be anything.
  const reading = depth === 0 ? WRITTEN_OUT : LOOKED_UP;
  judgeError(value, reading, search);
  const links = depth < DEEPEST ? reading.links(value) : 0;
  return links === 0 ? undefined : walkLinks(value, links, search, depth);
}

function walkLinks(
  error: object,
  links: Sight,
  search: Search,
  depth: number,
): AuthErrorType | undefined {
  for (const { name, bit } of WRAPPING) {
    if ((links & bit) === 0) continue;
    const inner = readField(error, name);
    if (typeof inner !== 'object' || inner === null || !enter(error, inner, search)) continue;
    const answer = walkChain(inner, search, depth + 1);
    if (answer !== undefined) return answer;
  }
  if ((links & LINK.errors) === 0) return undefined;
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
