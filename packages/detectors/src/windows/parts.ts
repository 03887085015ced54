/** Parts of a short window, whose end has to be noticed soon. */
export const FAST_PARTS = 5;
/** Parts of a long one. */
export const SLOW_PARTS = 8;
