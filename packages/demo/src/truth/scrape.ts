import { formatSeries } from './counted-event';

const LINE = /^(\w+)(?:\{(.*)\})? (\S+)$/;
const LABEL = /(\w+)="((?:[^"\\]|\\.)*)"/g;

/** One line of an exposition. */
export interface Sample {
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly value: number;
}

/** Fetches `/metrics` as Prometheus does. Rejects unless it answers 200. */
export async function scrape(serviceUrl: string): Promise<readonly Sample[]> {
  const response = await fetch(`${serviceUrl}/metrics`);
  if (!response.ok) throw new Error(`/metrics answered ${String(response.status)}`);
  return parseExposition(await response.text());
}

/** Reads the Prometheus text format; comments and what is no sample are left out. */
export function parseExposition(text: string): readonly Sample[] {
  return text.split('\n').flatMap((line) => {
    const [, name, labels = '', value] = LINE.exec(line) ?? [];
    if (name === undefined || value === undefined) return [];
    const pairs = [...labels.matchAll(LABEL)].map(
      ([, label = '', text = '']) => [label, text] as const,
    );
    return [{ name, labels: new Map(pairs), value: Number(value) }];
  });
}

/** Values by series, added up over the labels that are left out. */
export function sumSeries(
  samples: readonly Sample[],
  leftOut: readonly string[],
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { name, labels, value } of samples) {
    const kept = [...labels].filter(([label]) => !leftOut.includes(label));
    const series = formatSeries(name, kept);
    sums.set(series, (sums.get(series) ?? 0) + value);
  }
  return sums;
}
