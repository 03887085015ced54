import { FOLDED, prometheusName, SOURCE_FAILURES } from '@authmeter/core/conventions';
import { compare, type Comparison } from '../truth/compare';
import { formatSeries } from '../truth/counted-event';
import type { Sample } from '../truth/scrape';

const BY_SOURCE = prometheusName(SOURCE_FAILURES);
const NOT_FROM_OUTSIDE: readonly string[] = [prometheusName(FOLDED)];

/**
 * Compares what was added between two scrapes with what was sent between them. Which sources get a name of their own
 * nobody can tell from outside when hundreds come, so those are compared in sum.
 */
export function compareIncrease(
  truth: ReadonlyMap<string, number>,
  before: readonly Sample[],
  after: readonly Sample[],
): Comparison {
  const start = new Map(before.map((sample) => [seriesOf(sample), sample.value]));
  const added = after
    .filter(({ name }) => !NOT_FROM_OUTSIDE.includes(name))
    .map((sample) => ({ ...sample, value: sample.value - (start.get(seriesOf(sample)) ?? 0) }));
  return compare(withoutSources(truth), added.map(withoutSource));
}

function seriesOf({ name, labels }: Sample): string {
  return formatSeries(name, labels);
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
