import type { AuthErrorType } from '../../conventions';
import { rememberAnswers } from '../remember-answers';
import { conceptsOf } from './lexicon';
import { matchConcepts } from './word-pattern';
import { PHRASE_PATTERNS } from './word-patterns';

const LONGEST_PHRASE = 80;
const JOINT = /['’-]/;
const JOINTS = /['’-]/g;

const BLANK = 0x20;
const APOSTROPHE = 0x27;
const HYPHEN = 0x2d;
const QUOTE = 0x2019;
const LETTERS_BEGIN = 0x61;
const LETTERS_END = 0x7a;
/** What makes a lower-case letter of a capital. */
const LOWER = 0x20;

/**
 * What a short sentence says in which every word is known, as in "Invalid password". For applications'
 * own messages and passport's `info`. One unknown word and it says nothing, so that no text which a
 * caller slips into a message is taken for the program's own. Undefined where it says nothing.
 */
export const readPhrase: (message: string) => AuthErrorType | undefined = rememberAnswers(
  interpretPhrase,
  LONGEST_PHRASE,
  false,
);

/** Ends at the first unknown word, which in most messages is among the first. */
function interpretPhrase(message: string): AuthErrorType | undefined {
  // One more, because a sentence of the full length may be followed by what ends it.
  const reach = Math.min(message.length, LONGEST_PHRASE + 1);
  let concepts = 0;
  let isSentence = false;
  let start = 0;
  while (start <= reach) {
    const end = endOfWord(message, start, reach);
    const found = conceptsOfWord(message.slice(start, end));
    if (found === undefined || end > LONGEST_PHRASE) return undefined;
    concepts |= found;
    if (end === reach || message.charCodeAt(end) !== BLANK) break;
    // A single word is not yet a sentence: "blocked", "frozen".
    isSentence = true;
    start = end + 1;
  }
  return isSentence && concepts !== 0 ? matchConcepts(concepts, PHRASE_PATTERNS) : undefined;
}

/** Where a word ends: at a blank, or where what a program wrote ends, as values that it quotes come behind other signs. */
function endOfWord(message: string, start: number, reach: number): number {
  let end = start;
  while (end < reach && isPartOfWord(message.charCodeAt(end), end)) end += 1;
  return end;
}

function isPartOfWord(character: number, at: number): boolean {
  const lower = character | LOWER;
  if (lower >= LETTERS_BEGIN && lower <= LETTERS_END) return true;
  if (character === BLANK) return false;
  // A sign that a message begins with ends nothing yet.
  return at === 0 || character === APOSTROPHE || character === HYPHEN || character === QUOTE;
}

/** The concepts of a word in any case, the signs within it aside; undefined for a stranger. */
function conceptsOfWord(written: string): number | undefined {
  if (written === '') return 0;
  const found = conceptsOf(written.toLowerCase());
  if (found !== undefined || !JOINT.test(written)) return found;
  const word = written.replace(JOINTS, '').toLowerCase();
  return word === '' ? 0 : conceptsOf(word);
}
