import { ACCOUNT_FAILURES, SOURCE_FAILURES } from '@authmeter/core/conventions';
import type { Distribution, MetricPoint } from '../ingest/metric-point';
import { rebucket } from '../shared/rebucket';
import { LedgerTally, UNKNOWN_KEY } from './ledger-tally';
import { PROJECTIONS, type Projection } from './projection';
import { SeriesFinder } from './series-finder';
import { SeriesTable, type Series } from './series-table';
import type { SlotFacts } from './slot-ring';
import { Timeline } from './timeline';

/** Cells for series; a service with every adapter in use takes about half. */
const CELLS = 540;
/** Five minutes and a half of seconds, so that half a minute can be compared with five minutes before, and some more. */
const FINE_SLOTS = 340;
/** The longest window that an alert needs here, 70 minutes, and two more, in slots of ten seconds. */
const COARSE_SLOTS = 434;
const COARSE_SECONDS = 10;

/** The longest window that the store can answer for. */
export const LONGEST_WINDOW_SECONDS = (COARSE_SLOTS - 2) * COARSE_SECONDS;

/** What has been recorded of one process over the last hour and a bit. Its memory is taken at once and never grows. */
export class LiveStore {
  readonly timeline = new Timeline({
    cells: CELLS,
    fineSlots: FINE_SLOTS,
    coarseSlots: COARSE_SLOTS,
    coarseSeconds: COARSE_SECONDS,
  });
  readonly series = new SeriesTable(CELLS, {
    openSlot: () => this.nextSlot,
    onNew: (series) => {
      this.beginCells(series);
    },
  });
  readonly sources = new LedgerTally();
  readonly accounts = new LedgerTally();
  /** Names of the metrics that were reported, if only at zero. */
  readonly reported = new Set<string>();
  /** Names of the metrics of which something was recorded. */
  readonly recorded = new Set<string>();
  private readonly finder = new SeriesFinder(this.series);

  /** The number that the slot will have that is open. */
  get nextSlot(): number {
    return this.timeline.fine.next;
  }

  /** Bytes taken for values. */
  get bytes(): number {
    return this.timeline.bytes + this.sources.bytes + this.accounts.bytes;
  }

  /** Takes a point into the slot that is open. */
  take(point: MetricPoint): void {
    const { definition, attributes, value } = point;
    this.reported.add(definition.name);
    const projection = PROJECTIONS.get(definition.name);
    if (projection === undefined) return;
    if (typeof value === 'object') this.takeDistribution(projection, attributes, value);
    else if (projection.fold === 'sum') this.takeCount(projection, attributes, value);
    else this.takeGauge(projection, attributes, value);
  }

  /** Ends the slot that is open. */
  close(facts: SlotFacts): void {
    this.timeline.close(facts);
    this.sources.advance(facts);
    this.accounts.advance(facts);
  }

  private takeCount(
    projection: Projection,
    attributes: MetricPoint['attributes'],
    value: number,
  ): void {
    if (!(value > 0) || !Number.isFinite(value)) return;
    this.recorded.add(projection.definition.name);
    this.tally(projection, attributes, value);
    const series = this.finder.find(projection, attributes);
    if (series !== undefined) this.timeline.add(series.firstCell, value);
  }

  private takeGauge(
    projection: Projection,
    attributes: MetricPoint['attributes'],
    value: number,
  ): void {
    if (!Number.isFinite(value)) return;
    this.recorded.add(projection.definition.name);
    const series = this.finder.find(projection, attributes);
    if (series !== undefined) this.timeline.set(series.firstCell, value);
  }

  private takeDistribution(
    projection: Projection,
    attributes: MetricPoint['attributes'],
    given: Distribution,
  ): void {
    if (!given.counts.some((count) => count > 0)) return;
    this.recorded.add(projection.definition.name);
    const series = this.finder.find(projection, attributes, given.boundaries);
    if (series?.boundaries === undefined) return;
    const counts = rebucket(given, series.boundaries);
    counts.forEach((count, index) => {
      if (count > 0) this.timeline.add(series.firstCell + index, count);
    });
    if (Number.isFinite(given.sum)) {
      this.timeline.add(series.firstCell + counts.length, given.sum);
    }
  }

  private tally(
    { definition }: Projection,
    attributes: MetricPoint['attributes'],
    count: number,
  ): void {
    const ledger = LEDGERS.get(definition.name);
    if (ledger === undefined) return;
    const key = attributes[ledger.key];
    this[ledger.tally].add(typeof key === 'string' ? key : UNKNOWN_KEY, count);
  }

  private beginCells({ firstCell, projection, boundaries }: Series): void {
    const cells = boundaries === undefined ? 1 : boundaries.length + 2;
    for (let cell = firstCell; cell < firstCell + cells; cell += 1) {
      this.timeline.begin(cell, projection.fold);
    }
  }
}

/** The metrics whose attribute comes from a ledger: told apart in a tally instead of in cells. */
const LEDGERS: ReadonlyMap<
  string,
  { readonly key: string; readonly tally: 'sources' | 'accounts' }
> = new Map([
  [SOURCE_FAILURES.name, { key: SOURCE_FAILURES.attributes[0].key, tally: 'sources' }],
  [ACCOUNT_FAILURES.name, { key: ACCOUNT_FAILURES.attributes[0].key, tally: 'accounts' }],
] as const);
