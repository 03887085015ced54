import { conceptsOf } from './lexicon';

const LONGEST_WORD = 24;

/** Parts of a word in camelCase, PascalCase or CAPITALS; digits stay with the letters before them. */
const CASE_PARTS = /[A-Z]+(?![a-z])\d*|[A-Z]?[a-z]+\d*|\d+[A-Za-z]*/g;
const SEPARATORS = /[^A-Za-z0-9]+/;

/** The concepts of an identifier's words; words that nobody knows are passed over. */
export function readIdentifierConcepts(identifier: string): number {
  let concepts = 0;
  for (const part of identifier.split(SEPARATORS)) {
    for (const word of part.match(CASE_PARTS) ?? [])
      concepts |= conceptsOf(word.toLowerCase()) ?? 0;
  }
  return concepts;
}

/** The concepts of a text's words, strangers passed over. Linear in the text, which the caller has cut. */
export function readTextConcepts(text: string): number {
  let concepts = 0;
  for (const word of text.split(SEPARATORS)) {
    if (word.length <= LONGEST_WORD) concepts |= conceptsOf(word.toLowerCase()) ?? 0;
  }
  return concepts;
}
