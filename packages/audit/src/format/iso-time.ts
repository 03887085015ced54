let lastMilliseconds = Number.NaN;
let lastText = '';

/** An instant in ISO 8601. Events of one turn mostly share it, so the last text is kept. */
export function isoTime(epochMilliseconds: number): string {
  if (epochMilliseconds !== lastMilliseconds) {
    lastText = new Date(epochMilliseconds).toISOString();
    lastMilliseconds = epochMilliseconds;
  }
  return lastText;
}
