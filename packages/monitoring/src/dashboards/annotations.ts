import {
  ATTEMPTS,
  CREDENTIAL_AGE,
  CREDENTIAL_STATE,
  CREDENTIAL_TYPE,
} from '@authmeter/core/conventions';
import { annotation, STATE_COLOURS } from '../grafana';
import { aggregate } from '../queries';
import type { DashboardKit } from './dashboard-kit';
import { legendOf } from './panel-queries';

const INTERVAL = '$__rate_interval';

/** What is marked on all dashboards: alerts that fire, rotations of credentials, restarts. */
export function listAnnotations({ queries, firing }: DashboardKit) {
  const age = queries.series({
    metric: CREDENTIAL_AGE,
    where: { [CREDENTIAL_STATE.key]: ['current'] },
  });
  const attempts = queries.series({ metric: ATTEMPTS });
  return [
    annotation({
      name: 'Firing alerts',
      expr: firing,
      title: '{{alertname}}',
      text: '{{severity}}: {{job}}',
      colour: STATE_COLOURS.critical,
    }),
    annotation({
      name: 'Rotations',
      // The age of a new credential is less than that of the one before it.
      expr: `${aggregate('max', ['job', CREDENTIAL_TYPE], `resets(${age}[${INTERVAL}])`)} > 0`,
      title: `Rotation: ${legendOf(CREDENTIAL_TYPE)}`,
      text: legendOf('job'),
      colour: STATE_COLOURS.mark,
    }),
    annotation({
      name: 'Restarts',
      expr: `${aggregate('max', ['job', 'instance'], `resets(${attempts}[${INTERVAL}])`)} > 0`,
      title: 'Restart',
      text: legendOf('job', 'instance'),
      colour: STATE_COLOURS.quietMark,
    }),
  ];
}
