import {
  ACCOUNT_FAILURES,
  SOURCE_FAILURES,
  type AttributeDefinition,
  type SeriesSelection,
} from '@authmeter/core/conventions';
import type { LedgerTally } from '../store/ledger-tally';
import type { LiveStore } from '../store/live-store';
import type { Series } from '../store/series-table';
import type { TimeWindow } from '../store/time-window';

/** The values of the attributes that an alert keeps; empty where it keeps none. */
export type Group = Readonly<Record<string, string>>;

/** Something read of each group, by a key for the group. */
export type ByGroup<Value> = ReadonlyMap<string, { readonly group: Group; readonly value: Value }>;

type Keeps = readonly AttributeDefinition[];

type Groups = ReadonlyMap<string, { readonly group: Group; readonly value: readonly Series[] }>;

/** Reads what the conditions of alerts select from a store, as of the last slot. */
export class SeriesReader {
  private windows = new Map<number, TimeWindow>();
  private groupsOf = new Map<SeriesSelection, Map<Keeps, Groups>>();
  private seriesKnown = 0;

  constructor(private readonly store: LiveStore) {}

  /** A slot ended. Selecting is remembered until there is a new series; windows until the next slot. */
  advance(): void {
    this.windows = new Map();
    if (this.seriesKnown === this.store.series.all.length) return;
    this.seriesKnown = this.store.series.all.length;
    this.groupsOf = new Map();
  }

  /** Seconds on record. */
  get historySeconds(): number {
    return this.store.timeline.seconds;
  }

  /** What was counted in the last so many seconds. */
  counts(selection: SeriesSelection, keeps: Keeps, seconds: number): ByGroup<number> {
    const ledger = this.ledgerOf(selection, keeps);
    if (ledger !== undefined) return ledgerCounts(ledger, selection, seconds);
    const window = this.window(seconds);
    return mapGroups(this.groups(selection, keeps), (series) =>
      window.sum(series.map(({ firstCell }) => firstCell)),
    );
  }

  /** The buckets of a histogram over the last so many seconds, and the sum of its values. */
  distributions(
    selection: SeriesSelection,
    keeps: Keeps,
    seconds: number,
  ): ByGroup<{ boundaries: readonly number[]; counts: readonly number[]; sum: number }> {
    const window = this.window(seconds);
    return mapGroups(this.groups(selection, keeps), (series) => {
      const boundaries = series[0]?.boundaries ?? [];
      // A host's View may give one series other bounds than another; those cannot be added up.
      const alike = series.filter((other) => String(other.boundaries) === String(boundaries));
      const cellsAt = (offset: number) => alike.map(({ firstCell }) => firstCell + offset);
      return {
        boundaries,
        counts: [...boundaries, Infinity].map((_, index) => window.sum(cellsAt(index))),
        sum: window.sum(cellsAt(boundaries.length + 1)),
      };
    });
  }

  /** What the gauges of each group hold now; those that are unknown are left out. */
  gauges(selection: SeriesSelection, keeps: Keeps): ByGroup<readonly number[]> {
    return mapGroups(this.groups(selection, keeps), (series) =>
      series
        .map(({ firstCell }) => this.store.timeline.current(firstCell))
        .filter((value) => !Number.isNaN(value)),
    );
  }

  private window(seconds: number): TimeWindow {
    const known = this.windows.get(seconds);
    if (known !== undefined) return known;
    const window = this.store.timeline.window(seconds);
    this.windows.set(seconds, window);
    return window;
  }

  private groups(selection: SeriesSelection, keeps: Keeps): Groups {
    const byKeeps = this.groupsOf.get(selection) ?? new Map<Keeps, Groups>();
    const known = byKeeps.get(keeps) ?? this.select(selection, keeps);
    this.groupsOf.set(selection, byKeeps.set(keeps, known));
    return known;
  }

  private select(selection: SeriesSelection, keeps: Keeps): Groups {
    const groups = new Map<string, { readonly group: Group; readonly value: Series[] }>();
    for (const series of this.store.series.of(selection.metric)) {
      if (!isSelected(series.attributes, selection)) continue;
      const group = Object.fromEntries(keeps.map(({ key }) => [key, series.attributes[key] ?? '']));
      const key = Object.values(group).join('\n');
      const known = groups.get(key);
      if (known === undefined) groups.set(key, { group, value: [series] });
      else known.value.push(series);
    }
    return groups;
  }

  private ledgerOf(selection: SeriesSelection, keeps: Keeps): LedgerTally | undefined {
    const isBroken =
      keeps.length > 0 || selection.where !== undefined || selection.except !== undefined;
    if (!isBroken) return undefined;
    if (selection.metric.name === SOURCE_FAILURES.name) return this.store.sources;
    return selection.metric.name === ACCOUNT_FAILURES.name ? this.store.accounts : undefined;
  }
}

function ledgerCounts(
  ledger: LedgerTally,
  selection: SeriesSelection,
  seconds: number,
): ByGroup<number> {
  const [attribute] = selection.metric.attributes;
  const counts = new Map<string, { readonly group: Group; readonly value: number }>();
  if (attribute === undefined) return counts;
  for (const { key, count } of ledger.during(seconds)) {
    const group = { [attribute.key]: key };
    if (isSelected(group, selection)) counts.set(key, { group, value: count });
  }
  return counts;
}

function isSelected(attributes: Group, { where = {}, except = {} }: SeriesSelection): boolean {
  return (
    Object.entries(where).every(([key, values]) => values.includes(attributes[key] ?? '')) &&
    !Object.entries(except).some(([key, values]) => values.includes(attributes[key] ?? ''))
  );
}

function mapGroups<From, To>(groups: ByGroup<From>, read: (value: From) => To): ByGroup<To> {
  return new Map(
    [...groups].map(([key, { group, value }]) => [key, { group, value: read(value) }]),
  );
}
