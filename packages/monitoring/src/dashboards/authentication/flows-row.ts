import {
  ATTEMPTS,
  ERRORS,
  GUESTS,
  LOGINS,
  LOGOUTS,
  MFA_CHALLENGES,
  OAUTH_STEPS_TAKEN,
  OUTCOME,
  PASSWORD_RESETS,
  REGISTRATIONS,
  TOKEN_REFRESHES,
  TOKEN_VALIDATIONS,
  type MetricDefinition,
} from '@authmeter/core/conventions';
import { OUTCOME_COLOURS, timeSeriesPanel, UNITS, type RowDraft } from '../../grafana';
import { alertPanel } from '../alert-panel';
import type { DashboardKit } from '../dashboard-kit';
import { growthPanel } from '../growth-panel';
import { legendOf } from '../panel-queries';

const EVENTS: Readonly<Record<string, MetricDefinition>> = {
  requests: ATTEMPTS,
  logins: LOGINS,
  logouts: LOGOUTS,
  registrations: REGISTRATIONS,
  'token validations': TOKEN_VALIDATIONS,
  'token refreshes': TOKEN_REFRESHES,
  'OAuth steps': OAUTH_STEPS_TAKEN,
  'second factors': MFA_CHALLENGES,
  'password resets': PASSWORD_RESETS,
  guests: GUESTS,
  errors: ERRORS,
};

/** What people and programs come for. */
export function flowsRow(kit: DashboardKit): RowDraft {
  const byOutcome = (title: string, description: string, expr: string) =>
    timeSeriesPanel({
      title,
      description,
      width: 8,
      unit: UNITS.perSecond,
      queries: [{ expr, legend: legendOf(OUTCOME) }],
      colours: OUTCOME_COLOURS,
      noValue: 'not recorded',
    });
  return {
    title: 'Flows',
    panels: [
      byOutcome(
        'Registrations by outcome',
        'Accounts made and refused, a second. A rise without a campaign is somebody making accounts by machine.',
        kit.byMethod.perSecond({ metric: REGISTRATIONS }, [OUTCOME]),
      ),
      byOutcome(
        'Token validations by outcome',
        'Verifications of single tokens, a second. Failures here with few failed requests are optional authentication.',
        kit.queries.perSecond({ metric: TOKEN_VALIDATIONS }, [OUTCOME]),
      ),
      byOutcome(
        'Token refreshes by outcome',
        'Refresh tokens exchanged and refused, a second. Refusals that rise with the expired tokens are clients that stayed away too long.',
        kit.queries.perSecond({ metric: TOKEN_REFRESHES }, [OUTCOME]),
      ),
      alertPanel(kit, {
        alerts: ['RegistrationFailureRatioHigh'],
        title: 'Failure ratio of registrations',
        description: 'Share of registrations that were refused.',
        width: 8,
        unit: UNITS.share,
      }),
      alertPanel(kit, {
        alerts: ['TokenValidationFailureRatioHigh'],
        title: 'Failure ratio of token validations',
        description: 'Share of validations that failed.',
        width: 8,
        unit: UNITS.share,
      }),
      growthPanel(kit, {
        alert: 'RegistrationSpike',
        title: 'Registrations against the hour before',
        description: 'Registrations.',
        width: 8,
      }),
      timeSeriesPanel({
        title: 'Authentication events',
        description:
          'Everything that is counted, by kind, a second: what moved together, and what moved first.',
        width: 24,
        unit: UNITS.perSecond,
        queries: Object.entries(EVENTS).map(([legend, metric]) => ({
          expr: kit.queries.perSecond({ metric }),
          legend,
        })),
      }),
    ],
  };
}
