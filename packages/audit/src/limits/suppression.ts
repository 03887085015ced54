import { EVENTS_SUPPRESSED } from '@authmeter/core/conventions';
import { createOwnEntry, type AuditEntry } from '../events/audit-entry';
import { EVENT_TYPES, eventTypeOf, type EventType } from '../events/event-type';
import type { EventLimits } from './event-limit';

const MILLISECONDS_PER_SECOND = 1000;
const SUMMARY_TYPE = eventTypeOf(EVENTS_SUPPRESSED.name);

/** What one event may still do in this window. */
interface Allowance {
  readonly type: EventType;
  readonly mostPerWindow: number;
  readonly share: number;
  seen: number;
  admitted: number;
  suppressed: number;
  lastSuppressedAt: number;
}

export interface SuppressionSettings {
  readonly limits: EventLimits;
  /** For events that anybody can cause any number of. */
  readonly mostPerWindow: number;
  readonly windowSeconds: number;
}

/**
 * Holds each event name to its share and its cap in a fixed window of time, counts what it left out, and says so in one
 * summary for each name at the end of the window. Critical events always pass.
 */
export class Suppression {
  private readonly allowances = new Map<EventType, Allowance>();
  private readonly windowMilliseconds: number;
  private windowStartedAt = 0;
  private hasSuppressed = false;

  /**
   * @param summarize Takes a summary; false when there is no place for it, then it is told with the next.
   */
  constructor(
    { limits, mostPerWindow, windowSeconds }: SuppressionSettings,
    private readonly summarize: (summary: AuditEntry) => boolean,
  ) {
    this.windowMilliseconds = windowSeconds * MILLISECONDS_PER_SECOND;
    for (const type of EVENT_TYPES) {
      const { name, isFloodable } = type.definition;
      if (type.isCritical || type === SUMMARY_TYPE) continue;
      const { mostPerWindow: most = isFloodable ? mostPerWindow : Infinity, share = 1 } =
        limits[name] ?? {};
      if (most === Infinity && share === 1) continue;
      this.allowances.set(type, {
        type,
        mostPerWindow: most,
        share,
        seen: 0,
        admitted: 0,
        suppressed: 0,
        lastSuppressedAt: 0,
      });
    }
  }

  /** Milliseconds of a window at whose end a summary is due; undefined where nothing was left out. */
  get dueWithinMilliseconds(): number | undefined {
    return this.hasSuppressed ? this.windowMilliseconds : undefined;
  }

  /** Whether an event that happened at an instant is written; what is not is counted. */
  admits(type: EventType, atEpochMilliseconds: number): boolean {
    const age = atEpochMilliseconds - this.windowStartedAt;
    // A wall clock that went back begins a window too.
    if (age >= this.windowMilliseconds || age < 0) this.open(atEpochMilliseconds);
    const allowance = this.allowances.get(type);
    if (allowance === undefined) return true;
    if (isShareOf(allowance) && allowance.admitted < allowance.mostPerWindow) {
      allowance.admitted += 1;
      return true;
    }
    allowance.suppressed += 1;
    allowance.lastSuppressedAt = atEpochMilliseconds;
    this.hasSuppressed = true;
    return false;
  }

  /** Ends the window at its time, where no event does. */
  close(): void {
    this.open(this.windowStartedAt + this.windowMilliseconds);
  }

  /** Says what the window left out, and begins the next. */
  private open(atEpochMilliseconds: number): void {
    if (this.hasSuppressed) this.summarizeAll();
    this.windowStartedAt = atEpochMilliseconds;
    for (const allowance of this.allowances.values()) allowance.admitted = 0;
  }

  private summarizeAll(): void {
    this.hasSuppressed = false;
    for (const allowance of this.allowances.values()) {
      if (allowance.suppressed === 0) continue;
      const isTaken = this.summarize(
        createOwnEntry(SUMMARY_TYPE, allowance.lastSuppressedAt, [
          allowance.type.definition.name,
          allowance.suppressed,
          this.windowMilliseconds / MILLISECONDS_PER_SECOND,
        ]),
      );
      if (isTaken) allowance.suppressed = 0;
      else this.hasSuppressed = true;
    }
  }
}

/** Notes an event and says whether it belongs to the share: the first does, and then evenly. */
function isShareOf(allowance: Allowance): boolean {
  const before = Math.ceil(allowance.seen * allowance.share);
  allowance.seen += 1;
  return Math.ceil(allowance.seen * allowance.share) > before;
}
