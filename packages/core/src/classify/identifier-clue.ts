import type { AuthErrorType } from '../conventions';
import type { Clue } from './clue';
import { WEIGHT, type Weight } from './evidence';
import { findLibraryClue } from './library-clues';
import { rememberAnswers } from './remember-answers';
import { readIdentifierWords } from './words/read-identifier-words';

/** A clue and what it is worth. */
export interface WeighedClue {
  readonly clue: Clue;
  readonly weight: Weight;
}

/** Longer texts are no identifiers. */
const LONGEST_IDENTIFIER = 64;
const SILENT: WeighedClue = { clue: {}, weight: WEIGHT.none };
const recall = rememberAnswers(weigh, LONGEST_IDENTIFIER, true);

/** What a code or name says, from the tables or else from its words. */
export function findClue(identifier: string): WeighedClue {
  return (identifier.length > LONGEST_IDENTIFIER ? undefined : recall(identifier)) ?? SILENT;
}

/** What a text says that a library is known to use as a code, or undefined. */
export function findExactType(text: string): AuthErrorType | undefined {
  const clue = text.length > LONGEST_IDENTIFIER ? undefined : findLibraryClue(text);
  return clue?.isWeak === true ? undefined : clue?.errorType;
}

function weigh(identifier: string): WeighedClue | undefined {
  const clue = findLibraryClue(identifier);
  if (clue !== undefined) {
    return { clue, weight: clue.isWeak === true ? WEIGHT.wrapper : WEIGHT.exact };
  }
  // A sentence is no identifier, and identifiers hold no blanks.
  const errorType = identifier.includes(' ') ? undefined : readIdentifierWords(identifier);
  return errorType === undefined ? undefined : { clue: { errorType }, weight: WEIGHT.words };
}
