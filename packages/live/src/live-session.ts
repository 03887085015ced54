import { randomBytes } from 'node:crypto';
import { ATTEMPTS } from '@authmeter/core/conventions';
import type { AlertLimits } from './findings/alert-limits';
import { Findings } from './findings/findings';
import { LiveFeed } from './feed/live-feed';
import type { MetricPoint } from './ingest/metric-point';
import type { HealthPayload, ProcessPayload, SetupPayload, StartPayload } from './shared/payload';
import { DetectionLog } from './store/detection-log';
import { LiveStore } from './store/live-store';
import type { SlotFacts } from './store/slot-ring';

/** What only whoever brings the points knows. */
export interface SessionSource {
  readonly process: () => ProcessPayload;
  readonly health: () => Pick<
    HealthPayload,
    'stepSeconds' | 'collections' | 'failedCollections' | 'collectMilliseconds' | 'scopeVersion'
  >;
  readonly setup: () => Omit<SetupPayload, 'seesAuthmeter'>;
}

/** How a session shows itself. */
export interface SessionSettings {
  readonly limits: AlertLimits;
  readonly start: Pick<
    StartPayload,
    'docs' | 'runbooks' | 'timeScale' | 'showsSources' | 'showsAccounts'
  >;
}

/** Everything that is known of one process: points come in, slots are closed, the page is fed. */
export class LiveSession {
  readonly feed: LiveFeed;
  private readonly store = new LiveStore();
  private readonly findings: Findings;
  private readonly detections: DetectionLog;
  private readonly lateSlots = { count: 0, longestSeconds: 0 };
  private firstAttemptAt: number | undefined;
  private endOfNewest: number;

  constructor(
    private readonly source: SessionSource,
    { limits, start }: SessionSettings,
    startMilliseconds: number,
  ) {
    this.endOfNewest = startMilliseconds;
    this.findings = new Findings(this.store, limits);
    this.detections = new DetectionLog(limits.timeScale);
    this.feed = new LiveFeed({
      store: this.store,
      findings: this.findings,
      detections: this.detections,
      instance: randomBytes(6).toString('base64url'),
      process: source.process,
      start,
      health: () => this.health(),
      setup: () => this.setup(),
    });
  }

  /** The end of the newest slot, milliseconds since 1970. */
  get now(): number {
    return this.endOfNewest;
  }

  /** Takes a point into the slot that is open. */
  take(point: MetricPoint): void {
    this.store.take(point);
  }

  /** Ends the slot that is open, and judges what is on record. */
  close(facts: SlotFacts): void {
    this.endOfNewest = facts.endMilliseconds;
    this.store.close(facts);
    if (facts.isLate) this.noteLate(facts);
    if (this.store.recorded.has(ATTEMPTS.name)) this.firstAttemptAt ??= facts.endMilliseconds;
    this.detections.note(this.store, facts.endMilliseconds);
    this.findings.update(facts.endMilliseconds);
  }

  private noteLate({ durationSeconds }: SlotFacts): void {
    this.lateSlots.count += 1;
    this.lateSlots.longestSeconds = Math.max(this.lateSlots.longestSeconds, durationSeconds);
  }

  private health(): HealthPayload {
    const { series, timeline, reported, recorded } = this.store;
    return {
      ...this.source.health(),
      lateSlots: this.lateSlots.count,
      longestLateSeconds: this.lateSlots.longestSeconds,
      cells: series.cells,
      cellsUsed: series.used,
      foldedPoints: series.folded,
      lostPoints: series.lost,
      bytes: this.store.bytes,
      historySeconds: Math.round(timeline.seconds),
      recorded: [...recorded],
      reported: [...reported],
      ...(this.firstAttemptAt === undefined ? {} : { firstAttemptAt: this.firstAttemptAt }),
    };
  }

  private setup(): SetupPayload | undefined {
    if (this.firstAttemptAt !== undefined) return undefined;
    return { ...this.source.setup(), seesAuthmeter: this.store.reported.size > 0 };
  }
}
