import { prometheusLabel } from '@authmeter/core/conventions';
import { tablePanel, UNITS, type Limits, type PanelDraft, type PanelLink } from '../grafana';
import type { LedgerMetric } from './concentration';
import type { PanelQueries } from './panel-queries';

const ROWS = 10;

export interface TopTableSpec {
  readonly metric: LedgerMetric;
  readonly title: string;
  readonly description: string;
  readonly width: number;
  /** What a row is about, and what it counts. */
  readonly columns: { readonly label: string; readonly count: string };
  /** Limits of the events a second. */
  readonly limits?: Limits;
  readonly valueLinks: readonly PanelLink[];
  readonly links?: readonly PanelLink[];
}

/** Who does most: the number of events in the range, how many a second now, and the share of all. */
export function topTable(queries: PanelQueries, spec: TopTableSpec): PanelDraft {
  const { metric, title, description, width, columns, limits, valueLinks, links } = spec;
  const of = { metric };
  const by = metric.attributes;
  const count = queries.inRange(of, by);
  const top = `topk(${ROWS}, ${count} > 0)`;
  return tablePanel({
    title,
    description,
    width,
    ...(links === undefined ? {} : { links }),
    labels: [
      {
        label: prometheusLabel(by[0].key),
        title: columns.label,
        ...(valueLinks.length === 0 ? {} : { links: valueLinks }),
      },
    ],
    values: [
      { title: columns.count, expr: top, unit: UNITS.count, decimals: 0 },
      {
        title: 'Now',
        expr: `${queries.perSecond(of, by)} and ${top}`,
        unit: UNITS.perSecond,
        ...(limits === undefined ? {} : { limits }),
      },
      {
        title: 'Share',
        expr: `${top} / scalar(${queries.inRange(of)})`,
        unit: UNITS.share,
        decimals: 0,
      },
    ],
    noValue: 'none',
  });
}
