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

  /** Counts one event. `describe` is called once for each id, to name its series. */
  add(id: Id, describe: () => Attributes): void {
    let series = this.series.get(id);
    if (series === undefined) {
      series = { attributes: Object.freeze(describe()), pending: 0, isBorn: false };
      this.series.set(id, series);
    }
    series.pending += 1;
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
