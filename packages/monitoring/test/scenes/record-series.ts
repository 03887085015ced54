import type { Sample } from '@authmeter/demo';
import type { InputSeries } from '../alerts/input-series';

const SCRAPED = { job: 'shop', instance: 'shop-1:9464' } as const;
const IS_OURS = /^auth_/;
const NOTHING = '_';

/** Scrapes, one after the other, that become series of promtool. */
export interface SeriesRecord {
  note(samples: readonly Sample[]): void;
  readonly scrapes: number;
  series(): readonly InputSeries[];
}

export function recordSeries(): SeriesRecord {
  const values = new Map<string, string[]>();
  let scrapes = 0;
  return {
    get scrapes() {
      return scrapes;
    },
    note: (samples) => {
      for (const { name, labels, value } of samples) {
        if (!IS_OURS.test(name)) continue;
        const series = render(name, labels);
        const known = values.get(series) ?? [];
        values.set(series, known);
        while (known.length < scrapes) known.push(NOTHING);
        known.push(String(value));
      }
      scrapes += 1;
    },
    series: () => [
      { series: render('up', new Map()), values: `1x${String(scrapes)}` },
      ...[...values].map(([series, each]) => ({ series, values: each.join(' ') })),
    ],
  };
}

function render(name: string, labels: ReadonlyMap<string, string>): string {
  const all = [...Object.entries(SCRAPED), ...labels];
  return `${name}{${all.map(([label, value]) => `${label}=${JSON.stringify(value)}`).join(',')}}`;
}
