import type { MetricDefinition } from '@authmeter/core/conventions';
import type { SeriesPayload } from '../../shared/payload';
import type { Frame } from './frame';
import type { Track } from './track';

/** The windows that the page can show. */
export const RANGES = {
  '5m': { seconds: 300, label: '5 min', smoothSeconds: 5 },
  '1h': { seconds: 3600, label: '1 h', smoothSeconds: 0 },
} as const;
export type RangeName = keyof typeof RANGES;

/** What is filtered by; absent for everything. */
export interface Filter {
  readonly method?: string | undefined;
  readonly reason?: string | undefined;
}

/** Which series of a metric: an attribute is one of these, or absent where `undefined` is among them. */
export type Where = Readonly<Record<string, readonly (string | undefined)[]>>;

/** What a panel reads: what the page was told, through the chosen window and filter. */
export class View {
  constructor(
    readonly frame: Frame,
    readonly rangeName: RangeName,
    readonly filter: Filter,
  ) {}

  /** The slots of the chosen window. */
  get track(): Track {
    return this.rangeName === '5m' ? this.frame.fine : this.frame.coarse;
  }

  get rangeSeconds(): number {
    return RANGES[this.rangeName].seconds;
  }

  get now(): number {
    return this.frame.now;
  }

  /** Where the chosen window begins, milliseconds since 1970. */
  get begin(): number {
    return this.now - this.rangeSeconds * 1000;
  }

  /** Whether anything of a metric was recorded. */
  hasRecorded({ name }: Pick<MetricDefinition, 'name'>): boolean {
    return this.frame.health?.recorded.includes(name) ?? false;
  }

  /** The series of a metric, the filter not applied. */
  series({ name }: Pick<MetricDefinition, 'name'>, where: Where = {}): readonly SeriesPayload[] {
    return this.frame.series.filter(
      ({ metric, attributes }) =>
        metric === name &&
        Object.entries(where).every(([key, values]) => values.includes(attributes[key])),
    );
  }

  /** The same, through the filter as far as the metric has its attributes. A success has no reason and stays. */
  filtered(definition: MetricDefinition, where: Where = {}): readonly SeriesPayload[] {
    const { method, reason } = this.filter;
    const has = (key: string): boolean => definition.attributes.some((known) => known.key === key);
    return this.series(definition, where).filter(
      ({ attributes }) =>
        (method === undefined || !has('method') || attributes['method'] === method) &&
        (reason === undefined ||
          !has('reason') ||
          [undefined, reason].includes(attributes['reason'])),
    );
  }

  /** The values that an attribute has, the busiest of the window first. */
  valuesOf(definition: Pick<MetricDefinition, 'name'>, key: string): readonly string[] {
    const counts = new Map<string, number>();
    for (const series of this.series(definition)) {
      const value = series.attributes[key];
      if (value === undefined) continue;
      counts.set(value, (counts.get(value) ?? 0) + this.countOf([series]));
    }
    return [...counts].sort((left, right) => right[1] - left[1]).map(([value]) => value);
  }

  /** What was counted in the chosen window. */
  countOf(series: readonly SeriesPayload[]): number {
    return countBetween(this.track, cellsOf(series), this.begin, this.now);
  }

  /** Events a second over the last so many seconds, and the same five minutes ago; undefined without a record. */
  rateOf(series: readonly SeriesPayload[], seconds: number, agoSeconds = 0): number | undefined {
    const end = this.now - agoSeconds * 1000;
    const covered = secondsBetween(this.frame.fine, end - seconds * 1000, end);
    if (covered < Math.min(seconds, 5)) return undefined;
    return countBetween(this.frame.fine, cellsOf(series), end - seconds * 1000, end) / covered;
  }

  /** The last value of a gauge, added up; undefined while unknown. */
  gaugeOf(series: readonly SeriesPayload[], agoSeconds = 0): number | undefined {
    const { fine } = this.frame;
    const at = fine.times.findLastIndex(({ end }) => end <= this.now - agoSeconds * 1000);
    const values = series.map(({ cell }) => fine.column(cell)[at] ?? NaN);
    const known = values.filter((value) => !Number.isNaN(value));
    return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0);
  }
}

/** The cells that hold counts of events: one, or the buckets of a histogram. */
export function cellsOf(series: readonly SeriesPayload[]): readonly number[] {
  return series.flatMap(({ cell, boundaries = [] }) =>
    Array.from({ length: boundaries.length + 1 }, (_, offset) => cell + offset),
  );
}

/** What some cells counted in the slots that end inside a span of time. */
export function countBetween(
  track: Track,
  cells: readonly number[],
  begin: number,
  end: number,
): number {
  const slots = slotsBetween(track, begin, end);
  return cells.reduce((sum, cell) => {
    const column = track.column(cell);
    return slots.reduce((partial, at) => partial + (column[at] ?? 0), sum);
  }, 0);
}

/** Seconds on record in a span of time. */
export function secondsBetween(track: Track, begin: number, end: number): number {
  return slotsBetween(track, begin, end).reduce(
    (sum, at) => sum + (track.times[at]?.seconds ?? 0),
    0,
  );
}

/** Places of the slots that end inside a span of time. */
export function slotsBetween(track: Track, begin: number, end: number): readonly number[] {
  return track.times.flatMap((time, at) => (time.end > begin && time.end <= end ? [at] : []));
}
