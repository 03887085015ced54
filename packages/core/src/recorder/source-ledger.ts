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
import { EarnedPlaces } from '../ledger/earned-places';
import { createNumberIndex } from '../ledger/number-index';
import { NewbornCounter } from '../ledger/newborn-counter';
import {
  addressKey,
  formatAddressKey,
  UNKNOWN_ADDRESS,
  UNKNOWN_ADDRESS_KEY,
} from '../privacy/mask-ip-address';
import type { Clock } from '../options/clock';
import { LedgerDimension, SPECIAL_LABELS, type LedgerLabel } from './ledger-dimension';
import type { CollectionSource } from './measurement-store';
import type { RecentFailures } from './recent-failures';

/** Whom a hit is counted under. */
interface Pair {
  readonly address: LedgerLabel;
  readonly account: LedgerLabel;
}

/** Room for the folded series of the most limiters that can be declared, `_OTHER` included, is kept free. */
const MOST_UNFOLDED_HITS = MOST_PAIRED_SERIES - 2 * 51;

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
  private readonly addresses: LedgerDimension<number>;
  private readonly accounts: LedgerDimension<string>;
  private readonly hits = new NewbornCounter<number>();
  private readonly limiterNumbers = new Map<string, number>();
  private readonly audience: Audience;
  private pairsEarned = 0;

  constructor(private readonly options: SourceLedgerOptions) {
    const { clock, maxSources, maxAccounts } = options;
    this.audience = new Audience(() => clock.monotonicMilliseconds());
    this.addresses = new LedgerDimension({
      failures: SOURCE_FAILURES,
      attributeKey: IP_ADDRESS.key,
      places: new EarnedPlaces(maxSources, createNumberIndex),
      nameOf: formatAddressKey,
      nameless: UNKNOWN_ADDRESS,
    });
    this.accounts = new LedgerDimension({
      failures: ACCOUNT_FAILURES,
      attributeKey: USER_ID.key,
      places: new EarnedPlaces(maxAccounts),
      nameOf: (name) => name,
      nameless: undefined,
    });
  }

  /** Counts a failed attempt of a source, and of an account where one is known. */
  countFailure(sourceAddress: string | undefined, accountId: string | undefined): void {
    const { addresses, accounts, options } = this;
    const key = addressKey(sourceAddress);
    if (key !== UNKNOWN_ADDRESS_KEY) options.recent.addSource(key);
    const address = this.addressLabel(key);
    addresses.countFailure(address);
    if (address.isFolded) options.onFolded(SOURCE_FAILURES.name);
    if (accountId === undefined) return;
    const name = this.nameOf(accountId);
    if (name !== undefined) options.recent.addAccount(name);
    const account = this.accountLabel(name);
    accounts.countFailure(account);
    if (account.isFolded) options.onFolded(ACCOUNT_FAILURES.name);
  }

  /** Counts a request that a limiter refused. */
  countHit(
    limiter: string,
    sourceAddress: string | undefined,
    accountId: string | undefined,
  ): void {
    const { address, account } = this.affordable(limiter, {
      address: this.addressLabel(addressKey(sourceAddress)),
      account: this.accountLabel(this.nameOf(accountId)),
    });
    const id = this.pairId(limiter, address, account);
    if (!this.hits.add(id)) {
      this.hits.begin(id, attributesOf(limiter, address.value, account.value));
    }
    if (address.isFolded || account.isFolded) this.options.onFolded(RATE_LIMIT_HITS.name);
  }

  flush(instruments: SdkInstruments): void {
    const isSeen = this.audience.seesZeros();
    this.addresses.flushTo(instruments, isSeen);
    this.accounts.flushTo(instruments, isSeen);
    this.hits.flushTo(instruments.counter(RATE_LIMIT_HITS), isSeen);
  }

  restart(): void {
    this.audience.restart();
    this.addresses.restart();
    this.accounts.restart();
    this.hits.restart();
  }

  private addressLabel(key: number): LedgerLabel {
    const { addresses } = this;
    return key === UNKNOWN_ADDRESS_KEY ? addresses.nameless : addresses.labelOf(key);
  }

  private nameOf(accountId: string | undefined): string | undefined {
    return accountId === undefined ? undefined : this.options.nameAccount?.(accountId);
  }

  private accountLabel(name: string | undefined): LedgerLabel {
    const { accounts } = this;
    return name === undefined ? accounts.nameless : accounts.labelOf(name);
  }

  /**
   * Pairs of an address and an account are as few as accounts, or they would multiply; and where many limiters
   * multiply both, all that is new is folded before the SDK would begin to.
   */
  private affordable(limiter: string, { address, account }: Pair): Pair {
    const { folded, nameless } = this.accounts;
    if (this.hits.has(this.pairId(limiter, address, account))) return { address, account };
    if (this.hits.size >= MOST_UNFOLDED_HITS) {
      return {
        address: this.addresses.folded,
        account: account === nameless ? nameless : folded,
      };
    }
    if (account === nameless || account === folded) return { address, account };
    if (this.pairsEarned >= this.options.maxAccounts) return { address, account: folded };
    this.pairsEarned += 1;
    return { address, account };
  }

  private pairId(limiter: string, address: LedgerLabel, account: LedgerLabel): number {
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

function attributesOf(
  limiter: string,
  address: string | undefined,
  account: string | undefined,
): Attributes {
  const set: Attributes = { [LIMITER.key]: limiter };
  if (address !== undefined) set[IP_ADDRESS.key] = address;
  if (account !== undefined) set[USER_ID.key] = account;
  return set;
}
