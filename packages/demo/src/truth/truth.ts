import { seriesOf, type CountedEvent } from './counted-event';

/** What the traffic did, counted by the side that did it. */
export interface Truth {
  readonly requests: number;
  readonly visits: number;
  /** Counts by series. */
  readonly series: ReadonlyMap<string, number>;
  /** Answers that no visitor expected; each one spoils the comparison. */
  readonly surprises: readonly string[];
  /** Visitors that came, by name. */
  readonly visitors: ReadonlySet<string>;
  noteVisit(visitor: string): void;
  noteRequest(events: readonly CountedEvent[]): void;
  noteSurprise(what: string): void;
}

/** Starts at nothing. */
export function createTruth(): Truth {
  const series = new Map<string, number>();
  const surprises: string[] = [];
  const visitors = new Set<string>();
  let requests = 0;
  let visits = 0;
  return {
    get requests() {
      return requests;
    },
    get visits() {
      return visits;
    },
    series,
    surprises,
    visitors,
    noteVisit: (visitor) => {
      visits += 1;
      visitors.add(visitor);
    },
    noteRequest: (events) => {
      requests += 1;
      for (const event of events) {
        const name = seriesOf(event);
        series.set(name, (series.get(name) ?? 0) + (event.change ?? 1));
      }
    },
    noteSurprise: (what) => {
      surprises.push(what);
    },
  };
}
