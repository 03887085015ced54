import { findChallenge, readChallenge } from './challenge';
import { typeOfStatus } from './categorize-status';
import { resolveClue } from './clue';
import { addEvidence, WEIGHT } from './evidence';
import { findClue } from './identifier-clue';
import { judgeMessage } from './judge-message';
import { readHeldStatus } from './read-status';
import type { Reading } from './reading';
import { cutText, readField } from './safe-read';
import type { Search } from './search';
import { readShape } from './shapes';
import { PARTICULAR, type Sight } from './sight';

/** Where libraries hide a code when it is not in `code`. The object that holds it explains it. */
const OTHER_IDENTIFIERS: readonly (readonly [keyof typeof PARTICULAR, ...string[]])[] = [
  ['error'],
  ['type'],
  ['reason'],
  ['errorCode'],
  ['body', 'code'],
  ['body', 'error'],
  ['response', 'code'],
  ['response', 'errorCode'],
  ['response', 'error'],
  ['response', 'data', 'error'],
  ['response', 'body', 'error'],
  ['data', 'code'],
];

const STATUS_HOLDERS: Sight = PARTICULAR.output | PARTICULAR.$metadata;
const CHALLENGE_HOLDERS: Sight = PARTICULAR.headers | PARTICULAR.output | PARTICULAR.res;

/** Weighs all that one error says of itself, its causes aside. Never throws. */
export function judgeError(error: object, reading: Reading, search: Search): void {
  const code = reading.code(error);
  if (typeof code === 'string' && judgeIdentifier(code, error, search)) return;
  const name = reading.name(error);
  if (typeof name === 'string' && judgeIdentifier(name, error, search)) return;
  const constructorName = reading.constructorName(error);
  if (
    constructorName !== undefined &&
    constructorName !== name &&
    judgeIdentifier(constructorName, error, search)
  ) {
    return;
  }
  // A bag of details beside an error that has spoken clearly; what it holds may be a token's payload.
  if (constructorName === 'Object' && search.weight === WEIGHT.exact && !search.isRanking) return;
  const particulars = reading.particulars(error);
  if (particulars !== 0 && judgeParticulars(error, particulars, search)) return;
  const status =
    reading.status(error) ??
    ((particulars & STATUS_HOLDERS) === 0 ? undefined : readHeldStatus(error));
  judgeMessage(error, typeof name === 'string' ? name : constructorName, status, search);
  if ((particulars & CHALLENGE_HOLDERS) !== 0 && search.weight <= WEIGHT.wrapper) {
    judgeChallenge(error, search);
  }
  const byStatus = status === undefined ? undefined : typeOfStatus(status);
  if (byStatus !== undefined) addEvidence(search, WEIGHT.status, byStatus);
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

/** Weighs what stands neither in code nor in name; answers whether that settles it. */
function judgeParticulars(error: object, particulars: Sight, search: Search): boolean {
  const shape = readShape(error, particulars);
  if (shape !== undefined) {
    addEvidence(search, WEIGHT.exact, shape);
    return true;
  }
  for (const path of OTHER_IDENTIFIERS) {
    if ((particulars & PARTICULAR[path[0]]) === 0) continue;
    let holder: object = error;
    let found: unknown = error;
    for (const key of path) {
      holder = found as object;
      found = readField(found, key);
    }
    if (typeof found !== 'string' || found === '') continue;
    if (judgeIdentifier(cutText(found), holder, search)) return true;
  }
  return false;
}

function judgeChallenge(error: object, search: Search): void {
  const challenge = findChallenge(error);
  const errorType =
    challenge === undefined ? undefined : readChallenge(challenge, search.credentialPresent);
  if (errorType !== undefined) addEvidence(search, WEIGHT.wrapper, errorType);
}
