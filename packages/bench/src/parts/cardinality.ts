import type { HostileResult } from '../child/hostile-sources';
import { runChild } from '../child/run-child';
import { median } from '../measure/statistics';
import type { Part, PartRow } from './part';

const OURS = 'Authmeter';
const PROM = 'prom-client with an ip label';
const REPEATS = 3;

/** A million failed logins, nearly each from a source of its own, with a hundred scrapes in between. */
export const CARDINALITY: Part = {
  name: 'cardinality',
  title: 'A million hostile sources',
  measure: async ({ rounds }) => {
    const results = { ours: [] as HostileResult[], prom: [] as HostileResult[] };
    for (let repeat = 0; repeat < Math.min(REPEATS, rounds); repeat += 1) {
      results.ours.push(await runChild<HostileResult>('child/hostile-sources', ['authmeter']));
      results.prom.push(await runChild<HostileResult>('child/hostile-sources', ['prom-client']));
    }
    const middle = (of: readonly HostileResult[], read: (result: HostileResult) => number) =>
      median(of.map(read));
    const rows = (what: string, of: readonly HostileResult[]): PartRow[] => [
      {
        what: `${what}: heap growth`,
        figure: `${middle(of, ({ grownMegabytes }) => grownMegabytes).toFixed(2)} MB`,
      },
      {
        what: `${what}: a record`,
        figure: `${middle(of, ({ nanosecondsPerRecord }) => nanosecondsPerRecord).toFixed(0)} ns`,
      },
      {
        what: `${what}: series at the second and the last scrape`,
        figure: of[0]?.series.join(' and ') ?? '',
      },
      { what: `${what}: of ten planted sources found`, figure: String(of[0]?.found ?? 0) },
    ];
    const { ours, prom } = results;
    return {
      rows: [...rows(OURS, ours), ...rows(PROM, prom)],
      ratios: {
        'hostile heap MB': middle(ours, ({ grownMegabytes }) => grownMegabytes),
        'hostile record/prom':
          middle(ours, ({ nanosecondsPerRecord }) => nanosecondsPerRecord) /
          middle(prom, ({ nanosecondsPerRecord }) => nanosecondsPerRecord),
        'hostile sources missed': Math.max(...ours.map(({ found }) => 10 - found)),
        'hostile series growth': Math.max(...ours.map(({ series }) => series[1] - 101)),
      },
      spread: 0,
    };
  },
};
