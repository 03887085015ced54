import type { AuthErrorType } from '../../conventions';

/** What a set of concepts says. */
export interface WordPattern {
  /** All of these concepts occur. */
  readonly all: number;
  /** At least one of these occurs, if given. */
  readonly any?: number;
  /** None of these occurs. */
  readonly none?: number;
  /** What it says then; undefined ends the search without an answer. */
  readonly says: AuthErrorType | undefined;
}

/** The answer of the first pattern that a set of concepts fits, or undefined. */
export function matchConcepts(
  concepts: number,
  patterns: readonly WordPattern[],
): AuthErrorType | undefined {
  for (const { all, any, none, says } of patterns) {
    if ((concepts & all) !== all) continue;
    if (any !== undefined && (concepts & any) === 0) continue;
    if (none !== undefined && (concepts & none) !== 0) continue;
    return says;
  }
  return undefined;
}
