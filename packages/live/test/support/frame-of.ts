import type { PageSource } from '../../src/http/page-source';
import { Frame } from '../../src/page/data/frame';
import type { LivePayload } from '../../src/shared/payload';

/** Everything that a source has to say, as the page gets it: through JSON. */
export async function payloadOf(source: PageSource, query = ''): Promise<LivePayload> {
  const { feed, now, senders } = await source.feed(new URLSearchParams(query));
  const position = { instance: undefined, since: -1, coarseSince: -1 };
  const payload = { ...feed.payload(position, now), ...(senders && { senders }) };
  return JSON.parse(JSON.stringify(payload)) as LivePayload;
}

/** The same, as the page keeps it. */
export async function frameOf(source: PageSource, query = ''): Promise<Frame> {
  const { start, ...payload } = await payloadOf(source, query);
  if (start === undefined) throw new Error('the answer does not begin anew');
  return new Frame({ ...payload, start });
}
