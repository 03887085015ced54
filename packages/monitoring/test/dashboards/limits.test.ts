import {
  ALERT_CATALOGUE,
  type AlertDefinition,
  type AlertParameterName,
} from '@authmeter/core/conventions';
import type { DashboardName, RenderOptions } from '../../src';
import { dashboard, limitsOf, panel, panelsOf } from './read-dashboards';

const NAMES = ['authentication', 'security', 'performance', 'credentials', 'slo'] as const;

/** Limits of all panels that lead to the runbook of an alert. */
function drawnLimits(alert: string, options?: RenderOptions): readonly number[] {
  return NAMES.flatMap((name) => panelsOf(dashboard(name, options)))
    .filter(
      ({ type, links = [] }) =>
        type === 'timeseries' && links.some(({ title }) => title === `Runbook: ${alert}`),
    )
    .flatMap(limitsOf);
}

/** The conditions of an alert that are lines: all with a threshold, except growth, whose limit moves. */
const LINES = (ALERT_CATALOGUE as readonly AlertDefinition[]).flatMap(({ name, conditions }) =>
  conditions.flatMap((condition) =>
    'threshold' in condition && condition.shape !== 'growth'
      ? [{ alert: name, parameter: condition.threshold }]
      : [],
  ),
);

describe('the limits on the dashboards', () => {
  it.each(LINES)('hold that of $alert, $parameter.name', ({ alert, parameter }) => {
    expect(drawnLimits(alert)).toContain(parameter.default);
  });

  it.each<readonly [AlertParameterName, number, DashboardName, string, readonly number[]]>([
    ['authFailureRatioHigh', 0.4, 'authentication', 'Failure ratio of requests', [0.4]],
    ['loginFailureRatioHigh', 0.3, 'authentication', 'Failure ratio of logins', [0.1, 0.3]],
    ['loginFailureRatioHigh', 0.3, 'authentication', 'Login success', [0.7, 0.9]],
    ['rateLimitHitsElevated', 30, 'security', 'Limited requests a minute', [30, 100]],
    ['registrationSpikeMinimum', 7, 'authentication', 'Registrations against the hour before', [7]],
    ['authLatencyHigh', 3, 'performance', 'Slowest operation', [0.5, 3]],
    ['credentialRotationOverdue', 86_400, 'credentials', 'Oldest credential', [86_400]],
    ['unknownKeyFailuresShare', 0.6, 'credentials', 'Share of unknown keys among errors', [0.6]],
    ['authAvailabilityBurnFast', 10, 'slo', 'Fast burn', [10]],
    ['availabilityObjective', 0.99, 'slo', 'Availability, 30d', [0.99]],
  ])('follow when %s is set to %d', (parameter, value, name, title, limits) => {
    const drawn = panel(name, title, { thresholds: { [parameter]: value } });

    expect(limitsOf(drawn)).toEqual(limits);
  });

  it('move with what growth is compared with', () => {
    const drawn = panel('security', 'Invalid tokens against the hour before', {
      thresholds: { invalidTokenSpike: 8 },
    });

    expect(drawn.targets?.[1]?.expr).toMatch(/^8 \* sum by \(job\)/);
  });

  it('are coloured by how severe the alert is', () => {
    const { fieldConfig } = panel('authentication', 'Failure ratio of logins');
    const success = panel('authentication', 'Login success').fieldConfig;

    expect(fieldConfig?.defaults.thresholds?.steps).toEqual([
      { value: null, color: 'green' },
      { value: 0.1, color: 'orange' },
      { value: 0.2, color: 'red' },
    ]);
    expect(success?.defaults.thresholds?.steps).toEqual([
      { value: null, color: 'red' },
      { value: 0.8, color: 'orange' },
      { value: 0.9, color: 'green' },
    ]);
  });

  it('burn the budget of the objective that is set', () => {
    const { targets } = panel('slo', 'Error budget left', {
      thresholds: { availabilityObjective: 0.99 },
    });

    expect(targets?.[0]?.expr).toMatch(/\/ \(1 - 0\.99\)$/);
  });
});
