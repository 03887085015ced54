/** A value of a closed list as people read it: `rate_limited` is "rate limited"; `_OTHER` is "other". */
export function readable(value: string): string {
  return value === '_OTHER' ? 'other' : value.replaceAll('_', ' ').trim();
}

/** The same at the beginning of a line. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
