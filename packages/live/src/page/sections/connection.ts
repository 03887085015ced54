import { formatSpan } from '../format/times';

const QUIET_SECONDS = 3;
const STALE_SECONDS = 15;

/** How things stand between the page and the process. */
export interface ConnectionState {
  readonly kind: 'waiting' | 'live' | 'quiet' | 'stale' | 'ended';
  /** Seconds since the last answer. */
  readonly silentSeconds: number;
}

/** Judges by the last answer. */
export function connectionState(
  silentSeconds: number | undefined,
  isEnded: boolean,
): ConnectionState {
  if (isEnded) return { kind: 'ended', silentSeconds: silentSeconds ?? 0 };
  if (silentSeconds === undefined) return { kind: 'waiting', silentSeconds: 0 };
  if (silentSeconds >= STALE_SECONDS) return { kind: 'stale', silentSeconds };
  return { kind: silentSeconds >= QUIET_SECONDS ? 'quiet' : 'live', silentSeconds };
}

/** The same in a few words. */
export function describeConnection({ kind, silentSeconds }: ConnectionState): string {
  const ago = formatSpan(silentSeconds);
  switch (kind) {
    case 'waiting':
      return 'waiting for the first answer';
    case 'live':
      return `live, ${ago} ago`;
    case 'quiet':
    case 'stale':
      return `no answer for ${ago}`;
    case 'ended':
      return 'access ended';
  }
}
