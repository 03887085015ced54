import type { AuthErrorType } from '../conventions';
import { readChallenge } from './challenge';
import { indexPrefixes, matchIndex, type PrefixIndex } from './clue';
import { addEvidence, WEIGHT, type Weight } from './evidence';
import { findExactType } from './identifier-clue';
import { PLAIN_ERROR_MESSAGES, TYPE_ERROR_MESSAGES } from './library-clues';
import { cutText, readText } from './safe-read';
import type { Search } from './search';
import { readPhrase } from './words/read-phrase';

/** What the language's own errors mean once no known message explains them. */
interface BuiltIn {
  readonly messages: PrefixIndex;
  readonly otherwise: AuthErrorType;
  readonly weight: Weight;
}

const NO_MESSAGES = indexPrefixes([]);

const BUILT_INS: ReadonlyMap<string, BuiltIn> = new Map([
  [
    'TypeError',
    { messages: TYPE_ERROR_MESSAGES, otherwise: 'internal_error', weight: WEIGHT.words },
  ],
  ['RangeError', { messages: NO_MESSAGES, otherwise: 'internal_error', weight: WEIGHT.words }],
  // It may be a caller's token or body, which it quotes: never look at what it says.
  ['SyntaxError', { messages: NO_MESSAGES, otherwise: 'invalid_format', weight: WEIGHT.wrapper }],
]);

/** Names behind which no library stands, so that only the beginning of the message can tell. */
const PLAIN_NAMES: ReadonlySet<string | undefined> = new Set([
  'Error',
  'error',
  'Object',
  undefined,
]);

/** Weighs the message of an error of which code and name said nothing conclusive. */
export function judgeMessage(
  error: object,
  name: string | undefined,
  status: number | undefined,
  search: Search,
): void {
  const message = readText(error, 'message');
  const builtIn = name === undefined ? undefined : BUILT_INS.get(name);
  if (builtIn !== undefined) {
    judgeBuiltIn(builtIn, message, status, search);
  } else if (message !== undefined && (status === undefined || status < 500)) {
    judgeText(message, PLAIN_NAMES.has(name), status, search);
  }
}

function judgeBuiltIn(
  { messages, otherwise, weight }: BuiltIn,
  message: string | undefined,
  status: number | undefined,
  search: Search,
): void {
  const matched = message === undefined ? undefined : matchIndex(message, messages);
  if (matched !== undefined) addEvidence(search, WEIGHT.exact, matched);
  // A framework that gives a bug the status of a caller's mistake knows better.
  else if (status === undefined || status >= 500) addEvidence(search, weight, otherwise);
}

/** Weighs a message, or a thrown string, for what it is by itself. */
export function judgeText(
  text: string,
  isPlain: boolean,
  status: number | undefined,
  search: Search,
): void {
  const message = cutText(text);
  const known = isPlain ? matchIndex(message, PLAIN_ERROR_MESSAGES) : undefined;
  if (known !== undefined) {
    addEvidence(search, WEIGHT.exact, known);
    return;
  }
  const said =
    // next-auth 4 and others make an OAuth code the whole message.
    (message.includes(' ') ? undefined : findExactType(message)) ??
    readChallenge(message, search.credentialPresent) ??
    readPhrase(message);
  // "Access denied" with a 403 is a guard's wording for the status.
  if (said === undefined || (said === 'access_denied' && status === 403)) return;
  addEvidence(search, WEIGHT.phrase, said);
}
