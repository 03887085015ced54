import type { Attributes, Counter } from '@opentelemetry/api';

/** One series: its attributes, and what waits to be handed over. */
export interface NewbornSeries {
  readonly attributes: Attributes;
  /** Whoever counts often adds to it. */
  pending: number;
  /** How far its zero has come: not handed over yet, handed over, or collected by whoever exports. */
  zero: 'due' | 'given' | 'seen';
}

/**
 * Counts series that come into being while the process runs. Each is born at zero: the first collection exports
 * 0, its counts follow at the next, so that `increase()` and `rate()` see the burst that earned it. Collections that
 * export nothing do not count.
 */
export class NewbornCounter<Id> {
  private readonly series = new Map<Id, NewbornSeries>();

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
  begin(id: Id, attributes: Attributes): NewbornSeries {
    const series: NewbornSeries = {
      attributes: Object.freeze(attributes),
      pending: 1,
      zero: 'due',
    };
    this.series.set(id, series);
    return series;
  }

  /**
   * Hands over what waits; a newborn hands over its zero.
   *
   * @param isSeen Whether whoever exports sees what this collection shows.
   */
  flushTo(sink: Pick<Counter, 'add'>, isSeen: boolean): void {
    for (const series of this.series.values()) {
      if (series.zero !== 'seen') {
        if (series.zero === 'due') sink.add(0, series.attributes);
        series.zero = isSeen ? 'seen' : 'given';
      } else if (series.pending > 0) {
        const { pending } = series;
        series.pending = 0;
        sink.add(pending, series.attributes);
      }
    }
  }

  /** Makes every series start at zero again, on a new provider. */
  restart(): void {
    for (const series of this.series.values()) series.zero = 'due';
  }
}
