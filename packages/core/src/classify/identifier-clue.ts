import type { Clue } from './clue';
import { WEIGHT, type Weight } from './evidence';
import { findLibraryClue } from './library-clues';
import { readIdentifierWords } from './words/read-identifier-words';

/** A clue and what it is worth. */
export interface WeighedClue {
  readonly clue: Clue;
  readonly weight: Weight;
}

/** Longer texts are no identifiers. */
const LONGEST_IDENTIFIER = 64;
/** Programs have few codes; only somebody who invents them gets beyond this, and then it starts afresh. */
const MOST_REMEMBERED = 1024;

const SILENT: WeighedClue = { clue: {}, weight: WEIGHT.none };
const remembered = new Map<string, WeighedClue>();

/** What a code or name says, from the tables or else from its words. Remembers its answers. */
export function findClue(identifier: string): WeighedClue {
  if (identifier.length > LONGEST_IDENTIFIER) return SILENT;
  const known = remembered.get(identifier);
  if (known !== undefined) return known;
  const found = weigh(identifier);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(identifier, found);
  return found;
}

function weigh(identifier: string): WeighedClue {
  const clue = findLibraryClue(identifier);
  if (clue !== undefined) {
    return { clue, weight: clue.isWeak === true ? WEIGHT.wrapper : WEIGHT.exact };
  }
  // A sentence is no identifier, and identifiers hold no blanks.
  const errorType = identifier.includes(' ') ? undefined : readIdentifierWords(identifier);
  return errorType === undefined ? SILENT : { clue: { errorType }, weight: WEIGHT.words };
}
