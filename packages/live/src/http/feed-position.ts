import type { FeedPosition } from '../feed/live-feed';

const NUMBER = /^\d{1,15}$/;
const INSTANCE = /^[\w-]{1,64}$/;

/** What a request says that it already has; what cannot be read counts as nothing. */
export function feedPositionOf(query: URLSearchParams): FeedPosition {
  const instance = query.get('instance') ?? '';
  return {
    instance: INSTANCE.test(instance) ? instance : undefined,
    since: slotNumber(query.get('since')),
    coarseSince: query.has('coarse') ? slotNumber(query.get('coarse')) : undefined,
  };
}

function slotNumber(given: string | null): number {
  return given !== null && NUMBER.test(given) ? Number(given) : -1;
}
