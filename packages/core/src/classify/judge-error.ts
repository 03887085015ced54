import { findChallenge, readChallenge } from './challenge';
import { typeOfStatus } from './categorize-status';
import { resolveClue } from './clue';
import { addEvidence, WEIGHT } from './evidence';
import { findClue } from './identifier-clue';
import { judgeMessage } from './judge-message';
import { mayHaveParticulars } from './quick-look';
import { readStatus } from './read-status';
import { readConstructorName, readField, readText } from './safe-read';
import type { Search } from './search';
import { readShape } from './shapes';

/** Where libraries hide a code when it is not in `code`, with the path to the object that explains it. */
const OTHER_IDENTIFIERS: readonly (readonly [holders: readonly string[], key: string])[] = [
  [[], 'error'],
  [[], 'type'],
  [[], 'reason'],
  [[], 'errorCode'],
  [['body'], 'code'],
  [['body'], 'error'],
  [['response'], 'code'],
  [['response'], 'errorCode'],
  [['response'], 'error'],
  [['response', 'data'], 'error'],
  [['response', 'body'], 'error'],
  [['data'], 'code'],
];

/** Weighs all that one error says of itself, its causes aside. Never throws. */
export function judgeError(error: object, search: Search): void {
  const code = readField(error, 'code');
  if (typeof code === 'string' && judgeIdentifier(code, error, search)) return;
  const name = readField(error, 'name');
  if (typeof name === 'string' && judgeIdentifier(name, error, search)) return;
  const constructorName = readConstructorName(error);
  if (
    constructorName !== undefined &&
    constructorName !== name &&
    judgeIdentifier(constructorName, error, search)
  ) {
    return;
  }
  // A bag of details beside an error that has spoken clearly; what it holds may be a token's payload.
  if (constructorName === 'Object' && search.weight === WEIGHT.exact && !search.isRanking) return;
  judgeRest(error, typeof name === 'string' ? name : constructorName, search);
}

/** Weighs a code or name; answers whether that settles what this one error says. */
function judgeIdentifier(identifier: string, error: object, search: Search): boolean {
  const { clue, weight } = findClue(identifier);
  if (weight === WEIGHT.none) return false;
  const errorType = resolveClue(clue, error, search.role);
  if (errorType === undefined) return false;
  addEvidence(search, weight, errorType);
  if (clue.finalMessage !== undefined && readField(error, 'message') === clue.finalMessage) {
    search.isSettled = true;
  }
  return weight === WEIGHT.exact;
}

function judgeRest(error: object, name: string | undefined, search: Search): void {
  const hasParticulars = mayHaveParticulars(error);
  if (hasParticulars && judgeParticulars(error, search)) return;
  const status = readStatus(error);
  judgeMessage(error, name, status, search);
  if (hasParticulars && search.weight <= WEIGHT.wrapper) judgeChallenge(error, search);
  const byStatus = status === undefined ? undefined : typeOfStatus(status);
  if (byStatus !== undefined) addEvidence(search, WEIGHT.status, byStatus);
}

/** Weighs what stands neither in code nor in name; answers whether that settles it. */
function judgeParticulars(error: object, search: Search): boolean {
  const shape = readShape(error);
  if (shape !== undefined) {
    addEvidence(search, WEIGHT.exact, shape);
    return true;
  }
  for (const [holders, key] of OTHER_IDENTIFIERS) {
    const holder = holders.reduce<unknown>(readField, error);
    const identifier = readText(holder, key);
    if (identifier === undefined) continue;
    if (judgeIdentifier(identifier, holder as object, search)) return true;
  }
  return false;
}

function judgeChallenge(error: object, search: Search): void {
  const challenge = findChallenge(error);
  const errorType =
    challenge === undefined ? undefined : readChallenge(challenge, search.credentialPresent);
  if (errorType !== undefined) addEvidence(search, WEIGHT.wrapper, errorType);
}
