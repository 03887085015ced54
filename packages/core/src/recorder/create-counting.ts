import type { ResolvedOptions } from '../options/auth-meter-options';
import type { Counting } from './counting/counting';
import { GAUGE_DEFINITIONS, Gauges } from './gauges';
import { createInstrumentTable } from './instrument-table';
import { MeasurementStore, type StoreHooks } from './measurement-store';
import type { RecentFailures } from './recent-failures';
import { SourceLedger } from './source-ledger';

/** What counting needs of its recorder. */
export interface CountingParts extends StoreHooks {
  readonly nameAccount: ((accountId: string) => string) | undefined;
  readonly recentFailures: RecentFailures;
  /** Runs the host's locator; a throw is counted and gives undefined. */
  readonly guardLocator: (run: () => string | undefined) => string | undefined;
}

/** Makes everything that counting touches, and ties it together. */
export function createCounting(
  options: ResolvedOptions,
  { nameAccount, recentFailures, guardLocator, ...hooks }: CountingParts,
): Counting & { readonly store: MeasurementStore } {
  const { clock, declared, locateCountry, maxSources, maxAccounts } = options;
  const store = new MeasurementStore(options, GAUGE_DEFINITIONS, hooks);
  const table = createInstrumentTable(store);
  const gauges = new Gauges(clock, declared);
  const ledger = new SourceLedger({
    clock,
    maxSources,
    maxAccounts,
    nameAccount,
    recent: recentFailures,
    onFolded: (metric) => {
      store.count(table.folded, table.folded.labels.cellOf(metric));
    },
  });
  store.addSource(ledger);
  store.addSource(gauges);
  return {
    store,
    table,
    ledger,
    gauges,
    clock,
    locateCountry: locateCountry && ((address) => guardLocator(() => locateCountry(address))),
  };
}
