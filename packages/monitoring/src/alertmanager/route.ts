import { ALERT_COMPONENT, type AlertName } from '@authmeter/core/conventions';
import { matchAlerts } from './inhibit-rules';

/** Who is told. */
export const RECEIVERS = {
  /** Pages whoever is on call. */
  critical: 'authentication-critical',
  /** Waits for working hours. */
  warning: 'authentication-warning',
  /** Those who answer for security, and their tools; told besides. */
  security: 'authentication-security',
  /** Alerts that are none of ours. */
  others: 'others',
} as const;

/** What is told to those who answer for security, whatever its severity. */
const SECURITY_ALERTS: readonly AlertName[] = [
  'AuthInvalidCredentialsHigh',
  'RegistrationSpike',
  'InvalidTokenSpike',
  'BruteForceSuspected',
  'SourceFailuresHigh',
  'AttackDetected',
  'TokenReuseDetected',
  'CsrfFailures',
  'MassAccountLockout',
  'RateLimitHitsHigh',
];

/** The part of a routing tree of Alertmanager that is used here. */
export interface Route {
  readonly receiver: string;
  readonly matchers?: readonly string[];
  readonly continue?: boolean;
  readonly group_by?: readonly string[];
  readonly group_wait?: string;
  readonly group_interval?: string;
  readonly repeat_interval?: string;
  readonly routes?: readonly Route[];
}

const OURS = `component="${ALERT_COMPONENT}"`;
/** One notification for each alert, however many jobs it fires for. */
const GROUP_BY = ['alertname', 'component'];

/** Who is told of what, and how often. */
export const ROUTE: Route = {
  receiver: RECEIVERS.others,
  group_by: GROUP_BY,
  group_wait: '30s',
  group_interval: '5m',
  repeat_interval: '4h',
  routes: [
    {
      receiver: RECEIVERS.security,
      matchers: [OURS, matchAlerts(SECURITY_ALERTS)],
      continue: true,
    },
    {
      receiver: RECEIVERS.critical,
      matchers: [OURS, 'severity="critical"'],
      group_wait: '10s',
      repeat_interval: '1h',
    },
    { receiver: RECEIVERS.warning, matchers: [OURS], repeat_interval: '12h' },
  ],
};
