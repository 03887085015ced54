import {
  END_CAUSE,
  GUESTS,
  GUEST_EVENT,
  LOGOUTS,
  MFA_CHALLENGES,
  MFA_STAGE,
  OAUTH_STEP,
  OAUTH_STEPS_TAKEN,
  OUTCOME,
  PASSWORD_RESETS,
  PASSWORD_RESET_EVENT,
  PROVIDER,
} from '@authmeter/core/conventions';
import { barGaugePanel, timeSeriesPanel, UNITS, type RowDraft } from '../../grafana';
import type { DashboardKit } from '../dashboard-kit';
import { legendOf } from '../panel-queries';

/** Everything that leads to a login, or away from it. */
export function eventsRow({ queries }: DashboardKit): RowDraft {
  const rates = (title: string, description: string, expr: string, legend: string) =>
    timeSeriesPanel({
      title,
      description,
      width: 8,
      unit: UNITS.perSecond,
      queries: [{ expr, legend }],
      noValue: 'not recorded',
    });
  return {
    title: 'Flows in detail',
    panels: [
      barGaugePanel({
        title: 'OAuth flow',
        description:
          'Steps of OAuth sign-ins that succeeded in the range. Each should be about as long as the one before; a step that falls short is where users are lost.',
        width: 8,
        unit: UNITS.count,
        queries: [
          {
            expr: queries.inRange(
              { metric: OAUTH_STEPS_TAKEN, where: { [OUTCOME.key]: ['success'] } },
              [OAUTH_STEP],
            ),
            legend: legendOf(OAUTH_STEP),
          },
        ],
        noValue: 'not recorded',
        min: 0,
        decimals: 0,
      }),
      rates(
        'OAuth failures by provider',
        'Failed steps a second by provider and step. One provider alone is its outage or a secret that ran out; all at once are ours.',
        queries.perSecond({ metric: OAUTH_STEPS_TAKEN, where: { [OUTCOME.key]: ['failure'] } }, [
          PROVIDER,
          OAUTH_STEP,
        ]),
        legendOf(PROVIDER, OAUTH_STEP),
      ),
      rates(
        'Second factors',
        'Challenges a second by stage and outcome. Many issued and few verified are messages that do not arrive.',
        queries.perSecond({ metric: MFA_CHALLENGES }, [MFA_STAGE, OUTCOME]),
        legendOf(MFA_STAGE, OUTCOME),
      ),
      rates(
        'Guest activity',
        'Guest identities made, resumed, converted, expired and rejected, a second.',
        queries.perSecond({ metric: GUESTS }, [GUEST_EVENT]),
        legendOf(GUEST_EVENT),
      ),
      rates(
        'Password resets',
        'Steps of password resets a second. Many requested and few completed are mail that does not arrive, or somebody trying addresses.',
        queries.perSecond({ metric: PASSWORD_RESETS }, [PASSWORD_RESET_EVENT]),
        legendOf(PASSWORD_RESET_EVENT),
      ),
      rates(
        'Logouts by cause',
        'Logouts a second. Those by reuse, admin or password_change were not the wish of the user.',
        queries.perSecond({ metric: LOGOUTS }, [END_CAUSE]),
        legendOf(END_CAUSE),
      ),
    ],
  };
}
