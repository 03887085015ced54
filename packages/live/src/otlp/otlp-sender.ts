import type { Clock } from '@authmeter/core';
import { LiveSession, type SessionSettings } from '../live-session';
import { SlotClock } from '../store/slot-clock';
import type { ProcessPayload } from '../shared/payload';
import { CumulativeToDelta } from './cumulative-to-delta';
import type { OtlpResourceMetrics } from './otlp-request';
import { readOtlpMetrics } from './read-otlp-metrics';

/** An export may come in several requests; so long after the last one the slot is closed. */
const QUIET_MILLISECONDS = 250;
/** The first export may cover more than this; later ones cover the time since the one before. */
const LONGEST_FIRST_SECONDS = 300;
/** Whoever is silent for so much longer than usual has nothing to say, or is gone: time goes on without it. */
const PATIENCE = { factor: 1.5, seconds: 10 };
const MILLISECONDS_PER_SECOND = 1000;
const NANOSECONDS_PER_MILLISECOND = 1e6;
const SCOPE = '@authmeter/core';

/** Resource attributes, as the registry of OpenTelemetry names them, and what they say here. */
const IDENTITY = {
  namespace: 'service.namespace',
  service: 'service.name',
  instance: 'service.instance.id',
  host: 'host.name',
  pid: 'process.pid',
} as const;

/** Names the process that a resource describes. */
export function senderIdOf(attributes: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.values(IDENTITY).map((key) => attributes[key] ?? ''));
}

/** One process that sends its metrics: a slot of its record is as long as the time between two of its exports. */
export class OtlpSender {
  readonly session: LiveSession;
  private readonly deltas = new CumulativeToDelta();
  private readonly slots: SlotClock;
  private readonly process: ProcessPayload;
  private exports = 0;
  private scopeVersion: string | undefined;
  private closing: NodeJS.Timeout | undefined;
  private firstSeconds = 0;
  private usualSeconds = 0;
  private heardAt: number;

  constructor(
    attributes: Readonly<Record<string, string>>,
    settings: SessionSettings,
    private readonly clock: Clock,
    /** When the receiver began to listen, milliseconds since 1970. */
    private readonly listeningSince: number,
  ) {
    const now = clock.epochMilliseconds();
    this.heardAt = now;
    this.process = processOf(attributes, now);
    this.slots = new SlotClock(clock);
    this.session = new LiveSession(
      {
        process: () => this.process,
        health: () => ({
          collections: this.exports,
          failedCollections: 0,
          collectMilliseconds: 0,
          ...(this.scopeVersion === undefined ? {} : { scopeVersion: this.scopeVersion }),
        }),
        setup: () => ({ isReaderRegistered: this.exports > 0 }),
      },
      settings,
      now,
    );
  }

  /** What people call it. */
  get name(): string {
    const { service = 'unnamed', host, pid } = this.process;
    return [service, pid && `pid ${String(pid)}`, host].filter(Boolean).join(', ');
  }

  /** Takes a part of an export. */
  take(resourceMetrics: OtlpResourceMetrics): void {
    const isFirst = this.exports === 0;
    for (const { scope } of resourceMetrics.scopeMetrics ?? []) {
      if (scope?.name === SCOPE) this.scopeVersion = scope.version;
    }
    readOtlpMetrics(resourceMetrics, {
      deltas: this.deltas,
      // What the first export totals may have happened long ago. Later, whatever is new has just begun.
      isBaseline: (start) => isFirst && start / NANOSECONDS_PER_MILLISECOND < this.listeningSince,
      take: (point) => {
        this.session.take(point);
      },
      onSpan: (seconds) => {
        if (isFirst) this.firstSeconds = Math.max(this.firstSeconds, seconds);
      },
    });
    clearTimeout(this.closing);
    this.closing = setTimeout(() => {
      this.close();
    }, QUIET_MILLISECONDS);
  }

  /** Ends the slot that the export filled. */
  close(): void {
    clearTimeout(this.closing);
    this.closing = undefined;
    this.exports += 1;
    const lap = this.slots.lap();
    const first = this.exports === 1 ? Math.min(this.firstSeconds, LONGEST_FIRST_SECONDS) : 0;
    const durationSeconds = Math.max(lap.durationSeconds, first);
    this.usualSeconds = durationSeconds;
    this.heardAt = this.clock.epochMilliseconds();
    this.session.close({ ...lap, durationSeconds, isLate: false });
  }

  /** Lets time go on where no export came for longer than usual, so that charts and findings do not stand still. */
  passTime(): void {
    const patience = PATIENCE.factor * this.usualSeconds + PATIENCE.seconds;
    if (this.exports === 0 || this.closing !== undefined) return;
    if (this.silentMilliseconds < patience * MILLISECONDS_PER_SECOND) return;
    this.session.close({ ...this.slots.lap(), isLate: false });
  }

  /** Lets go of its timer. */
  stop(): void {
    clearTimeout(this.closing);
  }

  /** How long ago the last export came, in milliseconds. */
  get silentMilliseconds(): number {
    return this.clock.epochMilliseconds() - this.heardAt;
  }
}

function processOf(
  attributes: Readonly<Record<string, string>>,
  startedAt: number,
): ProcessPayload {
  const service = attributes[IDENTITY.service];
  const host = attributes[IDENTITY.host];
  const pid = Number(attributes[IDENTITY.pid]);
  return {
    ...(service === undefined ? {} : { service }),
    ...(host === undefined ? {} : { host }),
    ...(Number.isInteger(pid) ? { pid } : {}),
    startedAt,
    source: 'otlp',
  };
}
