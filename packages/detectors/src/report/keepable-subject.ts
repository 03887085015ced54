import type { SubjectFacts } from '@authmeter/core';

const LONGEST_KEPT = 256;

/**
 * A subject as it may be kept for as long as an attack lasts: copies of short texts. Longer ones are left out, since
 * whoever attacks chooses them; and a text that was cut from a request would keep all of it.
 */
export function keepable(subject: SubjectFacts): SubjectFacts {
  const short = Object.entries(subject as Readonly<Record<string, unknown>>).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && entry[1].length <= LONGEST_KEPT,
  );
  return Object.fromEntries(short.map(([name, text]) => [name, Buffer.from(text).toString()]));
}
