import { ALERT_CATALOGUE, type AlertName } from '@authmeter/core/conventions';

type DashboardName = 'authentication' | 'security' | 'performance' | 'credentials' | 'slo';

/** Where to look first; every other alert is about authentication as a whole. */
const DASHBOARDS: Partial<Readonly<Record<AlertName, DashboardName>>> = {
  InvalidTokenSpike: 'security',
  UnknownKeyFailures: 'credentials',
  ClockSkewSuspected: 'credentials',
  BruteForceSuspected: 'security',
  SourceFailuresHigh: 'security',
  AttackDetected: 'security',
  TokenReuseDetected: 'security',
  CsrfFailures: 'security',
  MassAccountLockout: 'security',
  RateLimitHitsElevated: 'security',
  RateLimitHitsHigh: 'security',
  AuthLatencyElevated: 'performance',
  AuthLatencyHigh: 'performance',
  LoginLatencyHigh: 'performance',
  RefreshLatencyHigh: 'performance',
  TokenValidationSlow: 'performance',
  TokenValidationVerySlow: 'performance',
  AuthDependencyDown: 'performance',
  CredentialRotationOverdue: 'credentials',
  AuthCardinalityFolding: 'security',
  AuthAvailabilityBurnFast: 'slo',
  AuthAvailabilityBurnSlow: 'slo',
};

/** The dashboard that shows what an alert is about, by the last word of its uid. */
export function dashboardOfAlert(name: string): DashboardName {
  const alert = ALERT_CATALOGUE.find((candidate) => candidate.name === name);
  return (alert && DASHBOARDS[alert.name]) ?? 'authentication';
}
