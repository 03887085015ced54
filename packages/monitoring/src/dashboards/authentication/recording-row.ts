import {
  ATTEMPTS,
  COMPONENT,
  DROPPED_EVENTS,
  INSTRUMENTATION_FAILURES,
} from '@authmeter/core/conventions';
import { timeSeriesPanel, UNITS, type RowDraft } from '../../grafana';
import { aggregate } from '../../queries';
import { alertPanel } from '../alert-panel';
import type { DashboardKit } from '../dashboard-kit';
import { legendOf } from '../panel-queries';

/** Whether all the other panels can be trusted. */
export function recordingRow(kit: DashboardKit): RowDraft {
  const { queries, links } = kit;
  const instances = aggregate('group', ['job', 'instance'], queries.series({ metric: ATTEMPTS }));
  return {
    title: 'Recording health',
    isCollapsed: true,
    panels: [
      timeSeriesPanel({
        title: 'Instances that report',
        description:
          'Instances with attempts in their metrics, by job. A service that is up and missing here has lost its instrumentation.',
        width: 8,
        unit: UNITS.count,
        form: 'steps',
        queries: [{ expr: `count by (job) (${instances})`, legend: legendOf('job') }],
        links: [links.runbook('AuthMetricsAbsent')],
        noValue: 'none',
      }),
      timeSeriesPanel({
        title: 'Failures of the instrumentation',
        description:
          'Failures inside Authmeter or a callback given to it, and events that a full buffer dropped. Normal is nothing at all; none of them reaches the service.',
        width: 8,
        unit: UNITS.count,
        form: 'bars',
        queries: [
          {
            expr: queries.inInterval({ metric: INSTRUMENTATION_FAILURES }, [COMPONENT]),
            legend: `failed: ${legendOf(COMPONENT)}`,
          },
          {
            expr: queries.inInterval({ metric: DROPPED_EVENTS }, [COMPONENT]),
            legend: `dropped: ${legendOf(COMPONENT)}`,
          },
        ],
        noValue: 'none',
      }),
      alertPanel(kit, {
        alerts: ['AuthCardinalityFolding'],
        condition: 1,
        title: 'Folded events a second',
        description:
          'Failures and rate-limit hits without a series of their own. Both limits of the alert have to be exceeded; that of the share is on the dashboard Security.',
        width: 8,
        unit: UNITS.perSecond,
      }),
    ],
  };
}
