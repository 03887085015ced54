import {
  ATTEMPTS,
  CREDENTIAL_ROTATIONS,
  LOCKOUTS,
  LOGINS,
  SECURITY_EVENTS_DETECTED,
  type MetricDefinition,
} from '@authmeter/core/conventions';
import { effectiveNumber } from '../shared/effective-number';
import type { DetectionPayload, EvidencePayload } from '../shared/payload';
import { FOLDED_KEY, UNKNOWN_KEY, type LedgerTally } from './ledger-tally';
import type { LiveStore } from './live-store';

/** The newest are kept. */
const MOST_KEPT = 100;
const EVIDENCE_SECONDS = 60;

/** The metrics whose increase is told as something that happened. */
const TOLD: readonly (readonly [MetricDefinition, DetectionPayload['kind']])[] = [
  [SECURITY_EVENTS_DETECTED, 'security'],
  [LOCKOUTS, 'lockout'],
  [CREDENTIAL_ROTATIONS, 'rotation'],
];

const LEAST_SHARE_TOLD = 1 / 2;

/** A detection, and the slot in which it was counted. */
export interface LoggedDetection extends DetectionPayload {
  readonly slot: number;
}

/** What happened at an instant, each with what the minute before it held. */
export class DetectionLog {
  private kept: LoggedDetection[] = [];
  private nextId = 0;

  constructor(private readonly timeScale: number) {}

  /** Oldest first. */
  get all(): readonly LoggedDetection[] {
    return this.kept;
  }

  /** Looks at the slot that was closed last. */
  note(store: LiveStore, nowMilliseconds: number): void {
    const slot = store.nextSlot - 1;
    const row = store.timeline.fine.row(slot);
    let evidence: EvidencePayload | undefined;
    for (const [definition, kind] of TOLD) {
      for (const { firstCell, attributes } of store.series.of(definition)) {
        const count = row[firstCell] ?? 0;
        if (count <= 0) continue;
        evidence ??= evidenceOf(store, EVIDENCE_SECONDS / this.timeScale);
        const id = this.nextId++;
        this.kept.push({ id, slot, kind, at: nowMilliseconds, count, attributes, evidence });
      }
    }
    if (this.kept.length > MOST_KEPT) this.kept = this.kept.slice(-MOST_KEPT);
  }
}

function evidenceOf(store: LiveStore, seconds: number): EvidencePayload {
  const window = store.timeline.window(seconds);
  const counted = (definition: MetricDefinition, outcome?: string): number =>
    window.sum(
      [...store.series.of(definition)]
        .filter(({ attributes }) => outcome === undefined || attributes['outcome'] === outcome)
        .map(({ firstCell }) => firstCell),
    );
  const failures = counted(ATTEMPTS, 'failure');
  const sources = heaviest(store.sources, seconds, failures);
  const accounts = heaviest(store.accounts, seconds, failures);
  return {
    seconds: window.seconds,
    attempts: counted(ATTEMPTS),
    failures,
    logins: counted(LOGINS),
    failedLogins: counted(LOGINS, 'failure'),
    ...(sources.first === undefined ? {} : { topSource: sources.first }),
    ...(accounts.first === undefined ? {} : { topAccount: accounts.first }),
    effectiveSources: sources.effective,
    effectiveAccounts: accounts.effective,
  };
}

/** Whoever is new shows a zero first: as long as most of the failures are not counted under anybody, nothing can be said. */
function heaviest(ledger: LedgerTally, seconds: number, failures: number) {
  const tallies = ledger.during(seconds);
  const told = tallies.reduce((sum, { count }) => sum + count, 0);
  if (told < failures * LEAST_SHARE_TOLD) return { first: undefined, effective: 0 };
  return {
    first: tallies.find(({ key }) => key !== FOLDED_KEY && key !== UNKNOWN_KEY),
    effective: effectiveNumber(tallies.map(({ count }) => count)),
  };
}
