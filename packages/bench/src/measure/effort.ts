import type { Effort } from './interleave';

const WHOLE: Effort = { rounds: 7, milliseconds: 60 };
const SHORT: Effort = { rounds: 3, milliseconds: 25 };

/** How long is measured: for the page, or for the short form. */
export function effortOf(isShort: boolean): Effort {
  return isShort ? SHORT : WHOLE;
}
