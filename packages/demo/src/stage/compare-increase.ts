import {
  FOLDED,
  prometheusName,
  SECURITY_EVENTS_DETECTED,
  SOURCE_FAILURES,
} from '@authmeter/core/conventions';
import { compare, type Comparison } from '../truth/compare';
import { formatSeries } from '../truth/counted-event';
import type { Sample } from '../truth/scrape';
import { createTruth } from '../truth/truth';
import type { AttackWatch } from './watch-for-attacks';

const BY_SOURCE = prometheusName(SOURCE_FAILURES);
const NOT_FROM_OUTSIDE: readonly string[] = [prometheusName(FOLDED)];

/** What was sent and found between two scrapes, and the scrapes. */
export interface Between {
  readonly truth: ReadonlyMap<string, number>;
  readonly attacks: AttackWatch['found'];
  readonly before: readonly Sample[];
  readonly after: readonly Sample[];
}

/**
 * Compares what was added between two scrapes with what was sent between them, and with what the detectors told. Which sources get a name of their own
 * nobody can tell from outside when hundreds come, so those are compared in sum.
 */
export function compareIncrease({ truth, attacks, before, after }: Between): Comparison {
  const start = new Map(before.map((sample) => [seriesOf(sample), sample.value]));
  const added = after
    .filter(({ name }) => !NOT_FROM_OUTSIDE.includes(name))
    .map((sample) => ({ ...sample, value: sample.value - (start.get(seriesOf(sample)) ?? 0) }));
  return compare(withoutSources(withAttacks(truth, attacks)), added.map(withoutSource));
}

function seriesOf({ name, labels }: Sample): string {
  return formatSeries(name, labels);
}

/** What the service refuses as an attack is one of which the detectors hear; it is in the truth already. */
function withAttacks(
  truth: ReadonlyMap<string, number>,
  attacks: AttackWatch['found'],
): ReadonlyMap<string, number> {
  const found = createTruth();
  found.noteRequest(
    attacks.map(({ kind: event, severity }) => ({
      metric: SECURITY_EVENTS_DETECTED,
      labels: { event, severity },
    })),
  );
  return new Map([...found.series, ...truth]);
}

/** Addresses are its only labels. */
function withoutSource(sample: Sample): Sample {
  return sample.name === BY_SOURCE ? { ...sample, labels: new Map() } : sample;
}

function withoutSources(truth: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [series, count] of truth) {
    const kept = series.startsWith(BY_SOURCE) ? BY_SOURCE : series;
    sums.set(kept, (sums.get(kept) ?? 0) + count);
  }
  return sums;
}
