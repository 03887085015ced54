import type { AuthErrorType } from '../../conventions';
import { rememberAnswers } from '../remember-answers';
import { readSentenceConcepts } from './read-words';
import { matchConcepts } from './word-pattern';
import { PHRASE_PATTERNS } from './word-patterns';

const LONGEST_PHRASE = 80;

/** Where the part of a message ends that a program wrote: values that it quotes come behind one of these. */
const END_OF_CLAUSE = /(?<!^)[^A-Za-z '’-]/;
const JOINTS = /['’-]/g;

/**
 * What a short sentence says in which every word is known, as in "Invalid password". For applications'
 * own messages and passport's `info`. One unknown word and it says nothing, so that no text which a
 * caller slips into a message is taken for the program's own. Undefined where it says nothing.
 */
export const readPhrase: (message: string) => AuthErrorType | undefined = rememberAnswers(
  interpretPhrase,
  LONGEST_PHRASE,
);

function interpretPhrase(message: string): AuthErrorType | undefined {
  const end = message.slice(0, LONGEST_PHRASE + 1).search(END_OF_CLAUSE);
  if (end < 0 && message.length > LONGEST_PHRASE) return undefined;
  const clause = (end < 0 ? message : message.slice(0, end)).replace(JOINTS, '');
  // A single word is not yet a sentence: "blocked", "frozen".
  if (!clause.includes(' ')) return undefined;
  const concepts = readSentenceConcepts(clause);
  return concepts === undefined || concepts === 0
    ? undefined
    : matchConcepts(concepts, PHRASE_PATTERNS);
}
