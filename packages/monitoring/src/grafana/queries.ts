import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import { DataqueryBuilder, PromQueryFormat } from '@grafana/grafana-foundation-sdk/prometheus';
import type { Query } from './panel';

/** The variable that every query takes its data source from. */
export const DATASOURCE = { type: 'prometheus', uid: '${datasource}' };

/** How the answer to a query is read. */
export type QueryForm = 'series' | 'instant' | 'buckets' | 'table';

/** The letter by which a panel knows one of its queries. */
export function refIdOf(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}

/** Queries over the range of the dashboard; in the forms `instant` and `table`, at its end. */
export function buildQueries(
  queries: readonly Query[],
  form: QueryForm,
): readonly Builder<Dataquery>[] {
  return queries.map(({ expr, legend }, index) => {
    const builder = new DataqueryBuilder()
      .refId(refIdOf(index))
      .expr(expr)
      .datasource(DATASOURCE)
      .legendFormat(legend ?? '__auto');
    if (form === 'table') return builder.instant().format(PromQueryFormat.Table);
    if (form === 'instant') return builder.instant();
    const ranged = builder.range();
    return form === 'buckets' ? ranged.format(PromQueryFormat.Heatmap) : ranged;
  });
}
