import type { LiveFeed } from '../feed/live-feed';
import type { SenderPayload } from '../shared/payload';

/** A feed at one moment. */
export interface FeedNow {
  readonly feed: LiveFeed;
  /** The time on its clock, milliseconds since 1970. */
  readonly now: number;
  /** Whoever else could have been asked for. */
  readonly senders?: readonly SenderPayload[];
}

/** Where the data comes from. */
export interface PageSource {
  /** The feed that a request asks for, as fresh as it can be. */
  feed(query: URLSearchParams): Promise<FeedNow>;
}
