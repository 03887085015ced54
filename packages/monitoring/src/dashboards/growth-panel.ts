import type { AlertName } from '@authmeter/core/conventions';
import { timeSeriesPanel, UNITS, type PanelDraft } from '../grafana';
import type { DashboardKit } from './dashboard-kit';

export interface GrowthPanelSpec {
  /** An alert on growth, whose second condition is a least number of events. */
  readonly alert: AlertName;
  readonly title: string;
  readonly description: string;
  readonly width: number;
}

/** Events of a window, beside what the alert would take for a spike. */
export function growthPanel(
  { alert }: DashboardKit,
  { alert: name, title, description, width }: GrowthPanelSpec,
): PanelDraft {
  const growth = alert(name);
  const least = alert(name, 1);
  const labels = growth.labels.map((label) => `{{${label}}}`).join(' ');
  const spikeLegend = `a spike for ${labels}`;
  return timeSeriesPanel({
    title,
    description: `${description} Over ${growth.window}, for each job. Dashed: the least number for ${name}; the other line is what it takes for a spike after the hour before.`,
    width,
    unit: UNITS.count,
    queries: [
      { expr: growth.values[0].expr, legend: labels },
      ...(growth.bound === undefined ? [] : [{ expr: growth.bound, legend: spikeLegend }]),
    ],
    limits: { bad: 'above', limits: [least.limit] },
    links: [growth.runbook],
    noValue: 'not recorded',
  });
}
