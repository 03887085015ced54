import type { Attributes } from '@opentelemetry/api';
import {
  ACCOUNT_FAILURES,
  IP_ADDRESS,
  LIMITER,
  MOST_PAIRED_SERIES,
  RATE_LIMIT_HITS,
  SOURCE_FAILURES,
  USER_ID,
} from '../conventions';
import type { SdkInstruments } from '../instruments/sdk-instruments';
import { Audience } from '../ledger/audience';
import { EarnedPlaces, NO_PLACE } from '../ledger/earned-places';
import { createNumberIndex } from '../ledger/number-index';
import { NewbornCounter } from '../ledger/newborn-counter';
import { addressKey, formatAddressKey, UNKNOWN_ADDRESS_KEY } from '../privacy/mask-ip-address';
import type { Clock } from '../options/clock';
import type { CollectionSource } from './measurement-store';
import type { RecentFailures } from './recent-failures';

/** The value of a source or account that has not earned a series. */
const FOLDED_VALUE = 'other';

/** A place in the ledger as a label: its number tells series apart, its value is what is exported. */
interface Label {
  readonly id: number;
  /** Absent: the attribute is left out. */
  readonly value: string | undefined;
}

/** Whom a hit is counted under. */
interface Pair {
  readonly address: Label;
  readonly account: Label;
}

/** Room for the folded series of the most limiters that can be declared, `_OTHER` included, is kept free. */
const MOST_UNFOLDED_HITS = MOST_PAIRED_SERIES - 2 * 51;

const FOLDED: Label = { id: -1, value: FOLDED_VALUE };
const ABSENT: Label = { id: -2, value: undefined };
const UNKNOWN: Label = { id: -3, value: 'unknown' };

/** How many labels are no place: their numbers are below 0. */
const SPECIAL_LABELS = 3;

/** What the ledger needs to know. */
export interface SourceLedgerOptions {
  readonly clock: Clock;
  readonly maxSources: number;
  readonly maxAccounts: number;
  /** How an account id is exported; undefined leaves it out. */
  readonly nameAccount: ((accountId: string) => string) | undefined;
  /** Is told who failed too, with or without a series. */
  readonly recent: RecentFailures;
  /** Told the metric whose event was folded. */
  readonly onFolded: (metric: string) => void;
}

/**
 * Counts what carries an address or an account, in a bounded number of series for the life of the process.
 * Addresses are kept as numbers and accounts as digests: nothing that an attacker chose is retained.
 */
export class SourceLedger implements CollectionSource {
  private readonly addresses: EarnedPlaces<number>;
  private readonly accounts: EarnedPlaces<string>;
  private readonly sourceFailures = new NewbornCounter<number>();
  private readonly accountFailures = new NewbornCounter<number>();
  private readonly hits = new NewbornCounter<number>();
  private readonly addressLabels: Label[] = [];
  private readonly accountLabels: Label[] = [];
  private readonly limiterNumbers = new Map<string, number>();
  private readonly audience: Audience;
  private pairsEarned = 0;

  constructor(private readonly options: SourceLedgerOptions) {
    this.audience = new Audience(() => options.clock.monotonicMilliseconds());
    this.addresses = new EarnedPlaces(options.maxSources, createNumberIndex);
    this.accounts = new EarnedPlaces(options.maxAccounts);
  }

  /** Counts a failed attempt of a source, and of an account where one is known. */
  countFailure(sourceAddress: string | undefined, accountId: string | undefined): void {
    const { recent, onFolded } = this.options;
    const key = addressKey(sourceAddress);
    if (key !== UNKNOWN_ADDRESS_KEY) recent.addSource(key);
    const address = this.addressLabel(key);
    if (!this.sourceFailures.add(address.id)) {
      this.sourceFailures.begin(address.id, attributes([IP_ADDRESS.key, address]));
    }
    if (address === FOLDED) onFolded(SOURCE_FAILURES.name);
    if (accountId === undefined) return;
    const name = this.nameOf(accountId);
    if (name !== undefined) recent.addAccount(name);
    const account = this.accountLabel(name);
    if (!this.accountFailures.add(account.id)) {
      this.accountFailures.begin(account.id, attributes([USER_ID.key, account]));
    }
    if (account === FOLDED) onFolded(ACCOUNT_FAILURES.name);
  }

  /** Counts a request that a limiter refused. */
  countHit(
    limiter: string,
    sourceAddress: string | undefined,
    accountId: string | undefined,
  ): void {
    const earned = {
      address: this.addressLabel(addressKey(sourceAddress)),
      account: this.accountLabel(this.nameOf(accountId)),
    };
    const { address, account } = this.affordable(limiter, earned);
    const id = this.pairId(limiter, address, account);
    if (!this.hits.add(id)) {
      const pair = attributes(
        [LIMITER.key, { value: limiter }],
        [IP_ADDRESS.key, address],
        [USER_ID.key, account],
      );
      this.hits.begin(id, pair);
    }
    if (address === FOLDED || account === FOLDED) this.options.onFolded(RATE_LIMIT_HITS.name);
  }

  flush(instruments: SdkInstruments): void {
    const isSeen = this.audience.seesZeros();
    this.sourceFailures.flushTo(instruments.counter(SOURCE_FAILURES), isSeen);
    this.accountFailures.flushTo(instruments.counter(ACCOUNT_FAILURES), isSeen);
    this.hits.flushTo(instruments.counter(RATE_LIMIT_HITS), isSeen);
  }

  restart(): void {
    this.audience.restart();
    this.sourceFailures.restart();
    this.accountFailures.restart();
    this.hits.restart();
  }

  private addressLabel(key: number): Label {
    if (key === UNKNOWN_ADDRESS_KEY) return UNKNOWN;
    const place = this.addresses.count(key);
    if (place === NO_PLACE) return FOLDED;
    return (this.addressLabels[place] ??= { id: place, value: formatAddressKey(key) });
  }

  private nameOf(accountId: string | undefined): string | undefined {
    return accountId === undefined ? undefined : this.options.nameAccount?.(accountId);
  }

  private accountLabel(name: string | undefined): Label {
    if (name === undefined) return ABSENT;
    const place = this.accounts.count(name);
    if (place === NO_PLACE) return FOLDED;
    return (this.accountLabels[place] ??= { id: place, value: name });
  }

  /**
   * Pairs of an address and an account are as few as accounts, or they would multiply; and where many limiters
   * multiply both, all that is new is folded before the SDK would begin to.
   */
  private affordable(limiter: string, { address, account }: Pair): Pair {
    if (this.hits.has(this.pairId(limiter, address, account))) return { address, account };
    if (this.hits.size >= MOST_UNFOLDED_HITS) {
      return { address: FOLDED, account: account === ABSENT ? ABSENT : FOLDED };
    }
    if (account === ABSENT || account === FOLDED) return { address, account };
    if (this.pairsEarned >= this.options.maxAccounts) return { address, account: FOLDED };
    this.pairsEarned += 1;
    return { address, account };
  }

  private pairId(limiter: string, address: Label, account: Label): number {
    let number = this.limiterNumbers.get(limiter);
    if (number === undefined) {
      number = this.limiterNumbers.size;
      this.limiterNumbers.set(limiter, number);
    }
    const { maxSources, maxAccounts } = this.options;
    const row = number * (maxSources + SPECIAL_LABELS) + address.id + SPECIAL_LABELS;
    return row * (maxAccounts + SPECIAL_LABELS) + account.id + SPECIAL_LABELS;
  }
}

function attributes(
  ...pairs: readonly (readonly [key: string, label: Pick<Label, 'value'>])[]
): Attributes {
  const set: Attributes = {};
  for (const [key, { value }] of pairs) if (value !== undefined) set[key] = value;
  return set;
}
