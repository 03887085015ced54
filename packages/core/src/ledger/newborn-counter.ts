import type { Attributes, Counter } from '@opentelemetry/api';

/** One series: its attributes, and what waits to be handed over. */
interface Series {
  readonly attributes: Attributes;
  pending: number;
  isBorn: boolean;
}

/**
 * Counts series that come into being while the process runs. Each is born at zero: the first collection exports
 * 0, its counts follow at the next, so that `increase()` and `rate()` see the burst that earned it.
 */
export class NewbornCounter<Id> {
  private readonly series = new Map<Id, Series>();

  get size(): number {
    return this.series.size;
  }

  has(id: Id): boolean {
    return this.series.has(id);
  }

  /** Counts one event of a series that is there already; false where it is not. */
  add(id: Id): boolean {
    const series = this.series.get(id);
    if (series === undefined) return false;
    series.pending += 1;
    return true;
  }

  /** Begins a series, with its first event. */
  begin(id: Id, attributes: Attributes): void {
    this.series.set(id, { attributes: Object.freeze(attributes), pending: 1, isBorn: false });
  }

  /** Hands over what waits; a newborn hands over its zero. */
  flushTo(sink: Pick<Counter, 'add'>): void {
    for (const series of this.series.values()) {
      if (!series.isBorn) {
        series.isBorn = true;
        sink.add(0, series.attributes);
      } else if (series.pending > 0) {
        const { pending } = series;
        series.pending = 0;
        sink.add(pending, series.attributes);
      }
    }
  }

  /** Makes every series start at zero again, on a new provider. */
  restart(): void {
    for (const series of this.series.values()) series.isBorn = false;
  }
}
