import type { Clock } from '@authmeter/core';
import type { PageSource } from '../http/page-source';
import type { SessionSettings } from '../live-session';
import { OtlpSender, senderIdOf } from './otlp-sender';
import type { OtlpRequest } from './otlp-request';
import { attributesOf } from './otlp-values';
import { RecentMap } from './recent-map';

/** Processes kept at a time; each takes about two megabytes. */
const MOST_SENDERS = 16;
/** Whoever was silent for so long gives way to one that is not, unless it was asked for. */
const SILENT_MILLISECONDS = 300_000;
const PASS_TIME_MILLISECONDS = 10_000;

/** The metrics of whoever sends them here, each process by itself. */
export class OtlpSource implements PageSource {
  private readonly senders = new RecentMap<OtlpSender>(MOST_SENDERS);
  private readonly nobody: OtlpSender;
  private readonly listeningSince: number;
  private readonly passing: NodeJS.Timeout;

  constructor(
    private readonly settings: SessionSettings,
    private readonly clock: Clock,
  ) {
    this.listeningSince = clock.epochMilliseconds();
    this.nobody = new OtlpSender({}, settings, clock, this.listeningSince);
    this.passing = setInterval(() => {
      this.passTime();
    }, PASS_TIME_MILLISECONDS);
    this.passing.unref();
  }

  /** Takes an export. */
  take({ resourceMetrics }: OtlpRequest): void {
    if (!Array.isArray(resourceMetrics)) return;
    for (const part of resourceMetrics as NonNullable<OtlpRequest['resourceMetrics']>) {
      const attributes = attributesOf(part.resource?.attributes);
      const id = senderIdOf(attributes);
      const sender =
        this.senders.get(id) ??
        new OtlpSender(attributes, this.settings, this.clock, this.listeningSince);
      this.senders.set(id, sender);
      sender.take(part);
    }
  }

  feed(query: URLSearchParams): ReturnType<PageSource['feed']> {
    const all = [...this.senders.values];
    const asked = all.find(({ session }) => session.feed.instance === query.get('sender'));
    const current = all.find(({ session }) => session.feed.instance === query.get('instance'));
    const { session } = asked ?? this.awake(current) ?? all.at(-1) ?? this.nobody;
    const senders = all.map((sender) => ({ id: sender.session.feed.instance, name: sender.name }));
    return Promise.resolve({
      feed: session.feed,
      now: session.now,
      ...(senders.length > 1 ? { senders } : {}),
    });
  }

  /** Lets time go on for whoever is silent. */
  passTime(): void {
    for (const sender of this.senders.values) sender.passTime();
  }

  stop(): void {
    clearInterval(this.passing);
    for (const sender of this.senders.values) sender.stop();
  }

  /** The page stays with whom it shows, as long as that one sends. */
  private awake(current: OtlpSender | undefined): OtlpSender | undefined {
    return current !== undefined && current.silentMilliseconds < SILENT_MILLISECONDS
      ? current
      : undefined;
  }
}
