import {
  DEPENDENCY,
  DEPENDENCY_CHECK_DURATION,
  DEPENDENCY_UP,
  ERRORS,
  ERROR_TYPE,
  HASH_ALGORITHM,
  HASH_OPERATION,
  PASSWORD_HASH_DURATION,
} from '@authmeter/core/conventions';
import {
  STATE_COLOURS,
  stateTimelinePanel,
  timeSeriesPanel,
  UNITS,
  type RowDraft,
} from '../../grafana';
import type { DashboardKit } from '../dashboard-kit';
import { legendOf } from '../panel-queries';

/** What authentication waits for. */
export function dependenciesRow({ queries, links }: DashboardKit): RowDraft {
  return {
    title: 'Database and other dependencies',
    panels: [
      stateTimelinePanel({
        title: 'Up or down',
        description:
          'The last check of each dependency; down as soon as one instance of a job cannot reach it. Depends on something asking the health check.',
        width: 12,
        unit: UNITS.count,
        states: {
          0: { text: 'down', colour: STATE_COLOURS.critical },
          1: { text: 'up', colour: STATE_COLOURS.good },
        },
        queries: [
          {
            expr: queries.lowest({ metric: DEPENDENCY_UP }, ['job', DEPENDENCY]),
            legend: legendOf('job', DEPENDENCY),
          },
        ],
        links: [links.runbook('AuthDependencyDown')],
        noValue: 'not checked',
      }),
      timeSeriesPanel({
        title: 'Check duration',
        description:
          'p95 of the time that a check of each dependency took: the database, the key host, the identity provider. It rises before the dependency is down.',
        width: 12,
        unit: UNITS.seconds,
        queries: [
          {
            expr: queries.quantile(0.95, { metric: DEPENDENCY_CHECK_DURATION }, [DEPENDENCY]),
            legend: legendOf(DEPENDENCY),
          },
        ],
        noValue: 'not checked',
      }),
      timeSeriesPanel({
        title: 'Server errors by type',
        description:
          'dependency_error: something we call failed. configuration_error: a setting is wrong. internal_error: a bug of ours.',
        width: 12,
        unit: UNITS.perSecond,
        queries: [
          {
            expr: queries.perSecond(
              {
                metric: ERRORS,
                where: {
                  [ERROR_TYPE.key]: ['dependency_error', 'configuration_error', 'internal_error'],
                },
              },
              [ERROR_TYPE],
            ),
            legend: legendOf(ERROR_TYPE),
          },
        ],
        links: [links.runbook('AuthServerErrors'), links.failureReasons('dependency_error')],
      }),
      timeSeriesPanel({
        title: 'Password hashing',
        description:
          'p95 of hashing and comparing one password, by algorithm. It is meant to be slow; it must not be slower than your users will wait, and under load it takes the processor from everything else.',
        width: 12,
        unit: UNITS.seconds,
        queries: [
          {
            expr: queries.quantile(0.95, { metric: PASSWORD_HASH_DURATION }, [
              HASH_ALGORITHM,
              HASH_OPERATION,
            ]),
            legend: legendOf(HASH_ALGORITHM, HASH_OPERATION),
          },
        ],
        noValue: 'not recorded',
      }),
    ],
  };
}
