import { effectiveNumber } from '../shared/effective-number';
import type { RankedPayload, RankingPayload } from '../shared/payload';
import type { LedgerTally } from '../store/ledger-tally';
import { rounded } from './rounded';

const FIRST = 10;
const FIVE_MINUTES_SECONDS = 300;
const HOUR_SECONDS = 3600;

/** The heaviest keys of a ledger over both windows of the page; undefined while there are none. */
export function rankingOf(ledger: LedgerTally): RankingPayload | undefined {
  if (ledger.size === 0) return undefined;
  return {
    fiveMinutes: rank(ledger, FIVE_MINUTES_SECONDS),
    hour: rank(ledger, HOUR_SECONDS),
  };
}

function rank(ledger: LedgerTally, seconds: number): RankedPayload {
  const tallies = ledger.during(seconds);
  const counts = tallies.map(({ count }) => count);
  return {
    first: tallies.slice(0, FIRST).map(({ key, count }) => ({ key, count: rounded(count) })),
    total: rounded(counts.reduce((sum, count) => sum + count, 0)),
    keys: tallies.length,
    effective: rounded(effectiveNumber(counts)),
  };
}
