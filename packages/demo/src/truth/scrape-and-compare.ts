import { compare, type Comparison } from './compare';
import { scrape, type Sample } from './scrape';

/** A series that carries an address shows its zero first and its counts at the next scrape. */
const FEWEST_SCRAPES = 2;
/** The service may still be closing a response that its client has read already. */
const MOST_SCRAPES = 5;

/** The last scrape, and what came of comparing it. */
export interface ComparedScrape {
  readonly samples: readonly Sample[];
  readonly comparison: Comparison;
}

/** Scrapes until metrics and truth agree, or for the last time. Rejects when the metrics cannot be fetched. */
export async function scrapeAndCompare(
  serviceUrl: string,
  truth: ReadonlyMap<string, number>,
): Promise<ComparedScrape> {
  for (let scrapes = 1; ; scrapes += 1) {
    const samples = await scrape(serviceUrl);
    const comparison = compare(truth, samples);
    const isSettled = scrapes >= FEWEST_SCRAPES && comparison.differences.length === 0;
    if (isSettled || scrapes === MOST_SCRAPES) return { samples, comparison };
  }
}
