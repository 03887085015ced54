import { createNumberIndex } from '../ledger/number-index';
import { RecentHeavyHitters } from '../ledger/recent-heavy-hitters';
import type { HeavyHitter } from '../ledger/heavy-hitters';
import type { Clock } from '../options/clock';
import { formatAddressKey } from '../privacy/mask-ip-address';

/** How often a source or an account failed in the last one to two hours. */
export interface FailureCount {
  /** As labels have it: the masked address, or the hashed account. */
  readonly name: string;
  /** Failed attempts, the service's own faults left out; never below the true number. */
  readonly failures: number;
  /** The part of `failures` that is certain; never above the true number. */
  readonly certainFailures: number;
}

/** What makes up more than one in so many failures of a generation is certainly listed. */
const MONITORED_KEYS = 500;
const GENERATION_MILLISECONDS = 3_600_000;

/** Who failed most of late, in fixed memory, whatever has a series and whatever happened last week. */
export class RecentFailures {
  private readonly sources = new RecentHeavyHitters<number>(
    MONITORED_KEYS,
    GENERATION_MILLISECONDS,
    createNumberIndex,
  );
  private readonly accounts = new RecentHeavyHitters<string>(
    MONITORED_KEYS,
    GENERATION_MILLISECONDS,
  );

  constructor(private readonly clock: Clock) {}

  addSource(addressKey: number): void {
    this.sources.add(addressKey, this.clock.monotonicMilliseconds());
  }

  addAccount(name: string): void {
    this.accounts.add(name, this.clock.monotonicMilliseconds());
  }

  topSources(most: number): readonly FailureCount[] {
    return listTop(this.sources, most, this.clock, formatAddressKey);
  }

  topAccounts(most: number): readonly FailureCount[] {
    return listTop(this.accounts, most, this.clock, (name) => name);
  }
}

function listTop<Key>(
  sketch: RecentHeavyHitters<Key>,
  most: number,
  clock: Clock,
  nameOf: (key: Key) => string,
): readonly FailureCount[] {
  const places = most > 0 ? Math.floor(most) : 0;
  return sketch
    .top(places, clock.monotonicMilliseconds())
    .map(({ key, count, error }: HeavyHitter<Key>) => ({
      name: nameOf(key),
      failures: count,
      certainFailures: count - error,
    }));
}
