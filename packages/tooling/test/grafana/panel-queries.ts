import { renderDashboards, type RenderOptions } from '@authmeter/monitoring';
import type { Dashboard } from '../../grafana/read-dashboard.mjs';

/** One query of one dashboard. */
export interface PanelQuery {
  /** Dashboard, and panel, annotation or variable. */
  readonly where: string;
  /** PromQL as Grafana would send it. */
  readonly expr: string;
  /** Whether it is asked at the end of the range alone. */
  readonly isInstant: boolean;
}

/** Every query of every dashboard, with its variables filled in. */
export async function listAllQueries(
  values: Readonly<Record<string, string>> = {},
  options?: RenderOptions,
): Promise<readonly PanelQuery[]> {
  const { listQueries, listVariableQueries } = await import('../../grafana/read-dashboard.mjs');
  const { ANY_VALUES, fillInVariables } = await import('../../grafana/fill-in-variables.mjs');
  return renderDashboards(options).flatMap(({ name, dashboard }) =>
    [...listQueries(dashboard as Dashboard), ...listVariableQueries(dashboard as Dashboard)].map(
      ({ where, expr, isInstant }) => ({
        where: `${name}: ${where}`,
        expr: fillInVariables(expr, { ...ANY_VALUES, ...values }),
        isInstant,
      }),
    ),
  );
}
