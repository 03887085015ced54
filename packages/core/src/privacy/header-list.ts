/** Longest entry of a list that is read; a proxy's own entry is far shorter. */
const MAX_ENTRY_CHARACTERS = 1024;
const COMMA = 0x2c;

/** Finds where the entry that ends before `end` starts; reads nothing before `limit` and answers it at the latest. */
export type EntryStart = (line: string, end: number, limit: number) => number;

/**
 * The nth entry from the right of a comma-separated header, `n` at least 1; repeated headers continue each other.
 * Undefined when there are fewer entries, empty when an entry on the way is too long to read. It reads from the
 * right because only there do trusted proxies write: whatever a client sent, however long or malformed, stays
 * unread on the left. An empty entry counts, or a proxy that writes one would hand the choice to the client.
 */
export function nthEntryFromRight(
  lines: readonly string[],
  n: number,
  startOf: EntryStart,
): string | undefined {
  let remaining = n;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at] ?? '';
    let end = line === '' ? -1 : line.length;
    while (end >= 0) {
      // One character more than an entry may have: there its comma stands.
      const start = startOf(line, end, Math.max(0, end - MAX_ENTRY_CHARACTERS - 1));
      if (end - start > MAX_ENTRY_CHARACTERS) return '';
      remaining -= 1;
      if (remaining === 0) return line.slice(start, end);
      end = start - 1;
    }
  }
  return undefined;
}

/** Where an entry without quotes starts. */
export const commaEntryStart: EntryStart = (line, end, limit) => {
  for (let index = end - 1; index >= limit; index -= 1) {
    if (line.charCodeAt(index) === COMMA) return index + 1;
  }
  return limit;
};
