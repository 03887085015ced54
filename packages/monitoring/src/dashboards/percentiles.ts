import type { SeriesSelection } from '@authmeter/core/conventions';
import type { Query } from '../grafana';
import type { PanelQueries } from './panel-queries';

/** Three tell enough; the colours go from light to dark as the waiting gets worse. */
const PERCENTILES = [
  { name: 'p50', quantile: 0.5, colour: '#8ab8ff' },
  { name: 'p95', quantile: 0.95, colour: '#3274d9' },
  { name: 'p99', quantile: 0.99, colour: '#b877d9' },
] as const;

/** The percentiles of a histogram and their colours. */
export function percentileQueries(
  { quantile }: PanelQueries,
  of: SeriesSelection,
): { readonly queries: readonly Query[]; readonly colours: Readonly<Record<string, string>> } {
  return {
    queries: PERCENTILES.map((percentile) => ({
      expr: quantile(percentile.quantile, of),
      legend: percentile.name,
    })),
    colours: Object.fromEntries(PERCENTILES.map(({ name, colour }) => [name, colour])),
  };
}
