import { ALERT_CATALOGUE, type AlertDefinition } from '@authmeter/core/conventions';
import type { AlertPayload, FindingState } from '../shared/payload';
import type { LiveStore } from '../store/live-store';
import { alertFacts } from './alert-facts';
import type { AlertLimits } from './alert-limits';
import { evaluateCondition } from './evaluate-condition';
import type { Holding } from './holding';
import { SeriesReader, type Group } from './series-reader';

/** How long a finding that no longer holds stays on the page. */
const CLEARED_SECONDS = 300;
const MILLISECONDS_PER_SECOND = 1000;

/** An alert whose conditions hold, or held a moment ago, for one value of the attributes that it keeps. */
export interface Finding {
  readonly alert: AlertDefinition;
  readonly group: Group;
  readonly state: FindingState;
  /** When it got into this state, in milliseconds since 1970. */
  readonly sinceMilliseconds: number;
  /** The value of its first condition, or the last one it had; `null` where it is infinite. */
  readonly value: number | null;
}

/** Evaluates the alerts of the conventions over a store. */
export class Findings {
  /** What the page shows of each alert, in the order of the catalogue. */
  readonly facts: readonly AlertPayload[];
  private readonly evaluated: readonly AlertDefinition[];
  private readonly reader: SeriesReader;
  private known = new Map<string, Finding>();
  private changedAt = -Infinity;

  constructor(
    store: LiveStore,
    private readonly limits: AlertLimits,
  ) {
    this.reader = new SeriesReader(store);
    const alerts: readonly AlertDefinition[] = ALERT_CATALOGUE;
    this.facts = alerts.map((alert) => alertFacts(alert, limits));
    this.evaluated = alerts.filter((_, index) => this.facts[index]?.unevaluated === undefined);
  }

  /** Findings, the alerts' order kept. */
  get all(): readonly Finding[] {
    return [...this.known.values()];
  }

  /** When a finding last came, went or changed its state, in milliseconds since 1970. */
  get changedAtMilliseconds(): number {
    return this.changedAt;
  }

  /** Evaluates all alerts as of an instant, the end of the store's last slot. */
  update(nowMilliseconds: number): void {
    this.reader.advance();
    const next = new Map<string, Finding>();
    for (const alert of this.evaluated) {
      const held = this.holdingOf(alert);
      for (const [key, { group, value }] of held) {
        const id = `${alert.name}\n${key}`;
        const state = this.stateOf(alert, this.known.get(id), nowMilliseconds);
        next.set(id, { alert, group, value, ...state });
      }
      this.keepCleared(alert, next, nowMilliseconds);
    }
    const isSame =
      next.size === this.known.size &&
      [...next].every(([id, { state }]) => this.known.get(id)?.state === state);
    if (!isSame) this.changedAt = nowMilliseconds;
    this.known = next;
  }

  private holdingOf({ conditions, keeps }: AlertDefinition): Holding {
    const { reader, limits } = this;
    const [first, ...others] = conditions.map((condition) =>
      evaluateCondition(condition, keeps, { reader, limits }),
    );
    return new Map(
      [...(first ?? [])].filter(([key]) =>
        // A condition that tells nothing apart holds for every group.
        others.every((other) => other.has(key) || other.has('')),
      ),
    );
  }

  private stateOf(
    { forSeconds }: AlertDefinition,
    before: Finding | undefined,
    nowMilliseconds: number,
  ): Pick<Finding, 'state' | 'sinceMilliseconds'> {
    if (before?.state === 'firing') {
      return { state: 'firing', sinceMilliseconds: before.sinceMilliseconds };
    }
    const pendingSince = before?.state === 'pending' ? before.sinceMilliseconds : nowMilliseconds;
    const waited = (nowMilliseconds - pendingSince) / MILLISECONDS_PER_SECOND;
    return waited >= forSeconds / this.limits.timeScale
      ? { state: 'firing', sinceMilliseconds: nowMilliseconds }
      : { state: 'pending', sinceMilliseconds: pendingSince };
  }

  private keepCleared(
    alert: AlertDefinition,
    next: Map<string, Finding>,
    nowMilliseconds: number,
  ): void {
    for (const [id, finding] of this.known) {
      if (finding.alert !== alert || next.has(id) || finding.state === 'pending') continue;
      const cleared: Finding =
        finding.state === 'cleared'
          ? finding
          : { ...finding, state: 'cleared', sinceMilliseconds: nowMilliseconds };
      const age = (nowMilliseconds - cleared.sinceMilliseconds) / MILLISECONDS_PER_SECOND;
      if (age <= CLEARED_SECONDS / this.limits.timeScale) next.set(id, cleared);
    }
  }
}
