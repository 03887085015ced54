import type {
  FindingPayload,
  HealthPayload,
  LivePayload,
  ProcessPayload,
  SeriesPayload,
  SetupPayload,
  StartPayload,
  TopPayload,
} from '../shared/payload';
import { explainedBy } from '../findings/explained-by';
import type { Findings } from '../findings/findings';
import type { DetectionLog } from '../store/detection-log';
import type { LiveStore } from '../store/live-store';
import type { Series } from '../store/series-table';
import { rankingOf } from './ranking';
import { redactDetection, redactGroup } from './redact';
import { rounded } from './rounded';
import { slotPayloads } from './slot-payloads';

/** What a request already has. */
export interface FeedPosition {
  readonly instance: string | undefined;
  /** The newest fine slot that it has; -1 for none. */
  readonly since: number;
  /** The newest coarse slot that it has, -1 for none; undefined where it wants no coarse slots. */
  readonly coarseSince: number | undefined;
}

/** What a feed is made of. */
export interface FeedParts {
  readonly store: LiveStore;
  readonly findings: Findings;
  readonly detections: DetectionLog;
  readonly instance: string;
  readonly process: () => ProcessPayload;
  readonly start: Pick<
    StartPayload,
    'docs' | 'runbooks' | 'timeScale' | 'showsSources' | 'showsAccounts'
  >;
  readonly health: () => HealthPayload;
  readonly setup: () => SetupPayload | undefined;
}

/** What changes with almost every slot and is looked at now and then is sent with every so many slots only. */
const SLOW_SLOTS = 5;

/** Renders what the page gets. */
export class LiveFeed {
  constructor(private readonly parts: FeedParts) {}

  /** The number of the newest slot; -1 before the first. */
  get slot(): number {
    return this.parts.store.nextSlot - 1;
  }

  get instance(): string {
    return this.parts.instance;
  }

  /** Everything that a request does not have yet. */
  payload({ instance, since, coarseSince }: FeedPosition, now: number): LivePayload {
    const { store, detections, setup, start } = this.parts;
    const isKnown = instance === this.instance && since >= 0 && since <= this.slot;
    const begins = !isKnown || since < store.timeline.fine.oldest - 1;
    const after = begins ? -1 : since;
    const coarseAfter = begins || coarseSince === undefined ? -1 : coarseSince;
    const isSlow = begins || after + SLOW_SLOTS <= this.slot || this.slot % SLOW_SLOTS === 0;
    const newSeries = this.seriesAfter(after);
    const newDetections = detections.all.filter(({ slot }) => slot > after);
    const setupAnswers = setup();
    return {
      instance: this.instance,
      slot: this.slot,
      now,
      ...(begins ? { start: this.start() } : {}),
      ...(newSeries.length > 0 ? { series: newSeries } : {}),
      fine: slotPayloads(store.timeline.fine, after, store.series.all),
      ...(coarseSince === undefined
        ? {}
        : { coarse: slotPayloads(store.timeline.coarse, coarseAfter, store.series.all) }),
      ...(isSlow || this.haveFindingsChanged(after) ? { findings: this.findings() } : {}),
      ...(newDetections.length > 0
        ? { detections: newDetections.map(({ slot: _, ...told }) => redactDetection(told, start)) }
        : {}),
      ...(isSlow ? { top: this.top() } : {}),
      // Which panels there are follows from the health, and a new series may be the first of its panel.
      ...(isSlow || newSeries.length > 0 ? { health: this.parts.health() } : {}),
      ...(setupAnswers === undefined ? {} : { setup: setupAnswers }),
    };
  }

  private start(): StartPayload {
    const { process, findings, start } = this.parts;
    return { ...start, process: process(), alerts: findings.facts };
  }

  private seriesAfter(slot: number): readonly SeriesPayload[] {
    return this.parts.store.series.all
      .filter(({ bornInSlot }) => bornInSlot > slot)
      .map(seriesPayload);
  }

  private haveFindingsChanged(sinceSlot: number): boolean {
    const end = this.parts.store.timeline.fine.factsOf(sinceSlot)?.endMilliseconds ?? -Infinity;
    return this.parts.findings.changedAtMilliseconds > end;
  }

  private findings(): readonly FindingPayload[] {
    const { all } = this.parts.findings;
    return all.map((finding) => {
      const explanation = explainedBy(finding, all);
      return {
        alert: finding.alert.name,
        group: redactGroup(finding.group, this.parts.start),
        state: finding.state,
        since: finding.sinceMilliseconds,
        value: finding.value === null ? null : rounded(finding.value),
        ...(explanation === undefined ? {} : { explainedBy: explanation }),
      };
    });
  }

  private top(): TopPayload {
    const { store, start } = this.parts;
    const sources = start.showsSources ? rankingOf(store.sources) : undefined;
    const accounts = start.showsAccounts ? rankingOf(store.accounts) : undefined;
    return { ...(sources && { sources }), ...(accounts && { accounts }) };
  }
}

function seriesPayload({ firstCell, projection, attributes, boundaries }: Series): SeriesPayload {
  return {
    cell: firstCell,
    metric: projection.definition.name,
    attributes,
    ...(boundaries === undefined ? {} : { boundaries }),
    ...(projection.fold === 'sum' ? {} : { isGauge: true }),
  };
}
