import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FeedPosition, LiveFeed } from '../feed/live-feed';
import type { FeedNow } from './page-source';

/** A rendered answer. */
export interface DataAnswer {
  readonly body: Buffer;
  /** Absent where compressing is not worth it. */
  readonly compressed?: Buffer;
  readonly etag: string;
}

const compress = promisify(gzip);
/** What fits into one packet gains nothing. */
const WORTH_COMPRESSING_BYTES = 1400;
/** Viewers ask for the same; a different answer for each of so many is not what happens by itself. */
const MOST_KEPT = 32;

/** Renders each answer once a slot, for all viewers. */
export class DataAnswers {
  private kept = new Map<string, Promise<DataAnswer>>();
  private keptFor = '';

  /** The answer for whoever is at a position. */
  answer(found: FeedNow, position: FeedPosition): Promise<DataAnswer> {
    const etag = this.etagOf(found.feed);
    if (this.keptFor !== etag) {
      this.kept = new Map();
      this.keptFor = etag;
    }
    const key = JSON.stringify([position.instance, position.since, position.coarseSince]);
    let answer = this.kept.get(key);
    if (answer === undefined) {
      answer = render(found, position, etag);
      if (this.kept.size < MOST_KEPT) this.kept.set(key, answer);
    }
    return answer;
  }

  /** Names what a feed has to say now, quoted as the header has it. */
  etagOf({ instance, slot }: LiveFeed): string {
    return `"${instance}-${String(slot)}"`;
  }
}

async function render(
  { feed, now, senders }: FeedNow,
  position: FeedPosition,
  etag: string,
): Promise<DataAnswer> {
  const body = Buffer.from(
    JSON.stringify({ ...feed.payload(position, now), ...(senders && { senders }) }),
  );
  if (body.length < WORTH_COMPRESSING_BYTES) return { body, etag };
  return { body, etag, compressed: await compress(body) };
}
