import type { LivePayload } from '../../shared/payload';
import type { Frame } from '../data/frame';

/** What one request for data came to. */
export type PollResult =
  | { readonly kind: 'payload'; readonly payload: LivePayload }
  | { readonly kind: 'unchanged' }
  /** Access was taken away, or the page is not served here any more. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed' };

const ENDED: readonly number[] = [401, 403, 404];
const TIMEOUT_MILLISECONDS = 10_000;

/** Asks for what came since. Never rejects. */
export class DataPoll {
  private etag: string | undefined;

  /**
   * @param frame What the page has; undefined before the first answer, which leaves the hour out to be quick.
   * @param sender Which sender to show, where there are several.
   */
  async poll(frame: Frame | undefined, sender: string | undefined): Promise<PollResult> {
    const query = new URLSearchParams();
    if (sender !== undefined) query.set('sender', sender);
    if (frame !== undefined) {
      query.set('instance', frame.instance);
      query.set('since', String(frame.fine.newest));
      query.set('coarse', String(frame.coarse.newest));
    }
    const isComplete = frame !== undefined && frame.hasHour;
    const headers: Record<string, string> =
      this.etag !== undefined && isComplete ? { 'If-None-Match': this.etag } : {};
    try {
      const signal = AbortSignal.timeout(TIMEOUT_MILLISECONDS);
      const response = await fetch(`data?${query.toString()}`, {
        headers,
        signal,
        cache: 'no-store',
      });
      if (response.status === 304) return { kind: 'unchanged' };
      if (ENDED.includes(response.status)) return { kind: 'ended' };
      if (!response.ok) return { kind: 'failed' };
      const payload = (await response.json()) as LivePayload;
      this.etag = response.headers.get('ETag') ?? undefined;
      return { kind: 'payload', payload };
    } catch {
      return { kind: 'failed' };
    }
  }
}
