import {
  ATTEMPTS,
  ERROR_TYPE,
  OUTCOME,
  prometheusLabel,
  REASON,
  type AlertName,
  type AuthReason,
} from '@authmeter/core/conventions';
import { REASON_COLOURS, tablePanel, timeSeriesPanel, UNITS, type RowDraft } from '../../grafana';
import { alertPanel } from '../alert-panel';
import type { DashboardKit } from '../dashboard-kit';
import { legendOf } from '../panel-queries';

const FAILED = { metric: ATTEMPTS, where: { [OUTCOME.key]: ['failure'] } };

/** The alert whose runbook deals with a reason. */
const ALERT_OF_REASON: Readonly<Record<AuthReason, AlertName>> = {
  invalid_credentials: 'AuthInvalidCredentialsHigh',
  expired_token: 'AuthExpiredTokensHigh',
  missing_auth: 'AuthFailureRateHigh',
  invalid_format: 'AuthFailureRateHigh',
  rate_limited: 'RateLimitHitsHigh',
  account_restricted: 'MassAccountLockout',
  insufficient_permissions: 'AuthFailureRateHigh',
  dependency_error: 'AuthDependencyDown',
  internal_error: 'AuthServerErrors',
  unknown: 'AuthFailureRateHigh',
};

/** Who has to act. */
export function faultRow(kit: DashboardKit): RowDraft {
  const { byMethod, links } = kit;
  const runbooks = Object.entries(ALERT_OF_REASON).map(
    ([reason, alert]) => [reason, [links.runbook(alert)]] as const,
  );
  return {
    title: 'Whose fault',
    panels: [
      timeSeriesPanel({
        title: 'Failures by reason',
        description:
          'Failed attempts a second, stacked. The colour says who has to act: orange the caller or an attacker, blue and violet nobody yet, grey-violet whoever runs the service. Click a reason for its runbook.',
        width: 12,
        unit: UNITS.perSecond,
        form: 'stacked',
        queries: [{ expr: byMethod.perSecondWhereAny(FAILED, [REASON]), legend: legendOf(REASON) }],
        noValue: 'no failures',
        colours: REASON_COLOURS,
        valueLinks: Object.fromEntries(runbooks),
      }),
      tablePanel({
        title: 'Failures by error type',
        description:
          'Failed attempts in the range by their precise cause. Click a reason for what its types mean and what to do first.',
        width: 12,
        labels: [
          { label: prometheusLabel(ERROR_TYPE.key), title: 'Error type' },
          {
            label: REASON.key,
            title: 'Reason',
            links: [links.failureReasons('${__value.text}')],
          },
        ],
        values: [
          {
            title: 'Failures',
            expr: `${byMethod.inRange(FAILED, [ERROR_TYPE, REASON])} > 0`,
            unit: UNITS.count,
            decimals: 0,
          },
        ],
        noValue: 'no failures',
      }),
      alertPanel(kit, {
        alerts: ['AuthFailureRateHigh'],
        title: 'Failures a second',
        description: 'All failed attempts.',
        width: 8,
        unit: UNITS.perSecond,
      }),
      alertPanel(kit, {
        alerts: ['AuthInvalidCredentialsHigh'],
        title: 'Invalid credentials',
        description: 'Attempts with a wrong password, key, signature or token.',
        width: 8,
        unit: UNITS.perSecond,
      }),
      alertPanel(kit, {
        alerts: ['AuthExpiredTokensHigh'],
        title: 'Expired tokens',
        description:
          'Attempts with a token outside its validity. A wave is a client that does not refresh, or clocks that differ: see Credentials and keys.',
        width: 8,
        unit: UNITS.perSecond,
      }),
      alertPanel(kit, {
        alerts: ['AuthServiceDown'],
        title: "Failures by the service's own fault",
        description:
          'Share of attempts that failed because of the service or something it depends on. Above the limit authentication is down: all other ratios follow from it.',
        width: 12,
        unit: UNITS.share,
      }),
      alertPanel(kit, {
        alerts: ['AuthServerErrors'],
        title: 'Server errors',
        description:
          "Errors a second of all operations that are the service's own fault or that of a dependency.",
        width: 12,
        unit: UNITS.perSecond,
      }),
    ],
  };
}
