import { ALERT_CATALOGUE } from '@authmeter/core/conventions';
import {
  renderPrometheusRules,
  type AlertingRule,
  type PrometheusRules,
  type RenderOptions,
} from '../../src';

function alertsOf({ groups }: PrometheusRules): readonly AlertingRule[] {
  return groups.flatMap(({ rules }) => rules.filter((rule) => 'alert' in rule));
}

function alert(name: string, options?: RenderOptions): AlertingRule {
  const found = alertsOf(renderPrometheusRules(options)).find((rule) => rule.alert === name);
  if (found === undefined) throw new Error(`no rule ${name}`);
  return found;
}

describe('the rules for Prometheus', () => {
  it('hold every alert of the table, with its severity and its time', () => {
    const rows = alertsOf(renderPrometheusRules()).map(({ alert: name, labels }) => [name, labels]);

    expect(rows).toEqual(
      ALERT_CATALOGUE.map(({ name, severity }) => [
        name,
        { severity, component: 'authentication' },
      ]),
    );
    expect(alert('AuthFailureRatioHigh').for).toBe('5m');
    expect(alert('CredentialRotationOverdue').for).toBe('1h');
    expect(alert('TokenReuseDetected')).not.toHaveProperty('for');
  });

  it('compare recorded values with limits, and demand traffic', () => {
    expect(alert('LoginFailureRatioHigh').expr).toBe(
      'job:auth_login_failures:ratio_rate5m > 0.2\nand on (job)\njob:auth_logins:rate5m >= 0.1',
    );
  });

  it('keep what the alert keeps', () => {
    expect(alert('AuthLatencyHigh').expr).toBe(
      'job_operation:auth_operation_duration_seconds:p95_5m > 1\nand on (job, operation)\njob_operation:auth_operation_duration_seconds:rate5m >= 0.1',
    );
  });

  it('compare with the past of jobs that have one', () => {
    expect(alert('RegistrationSpike').expr).toBe(
      `sum by (job) (increase(auth_registrations_total[10m])) > 5 * sum by (job) (increase(auth_registrations_total[1h] offset 10m)) / 6
and on (job)
sum by (job) (increase(auth_registrations_total[10m])) > 20
and on (job)
group by (job) (auth_registrations_total offset 70m)`,
    );
  });

  it('tell of a job that fell silent and still answers', () => {
    expect(alert('AuthMetricsAbsent', { selector: 'env="prod"' }).expr).toBe(
      `max by (job) (up{env="prod"}) == 1
and on (job)
group by (job) (last_over_time(auth_attempts_total{env="prod"}[6h]))
unless on (job)
group by (job) (auth_attempts_total{env="prod"})`,
    );
  });

  it('spend the error budget over two windows', () => {
    expect(alert('AuthAvailabilityBurnFast').expr).toBe(
      `job:auth_server_faults:ratio_rate5m / (1 - 0.999) > 14.4
and on (job)
job:auth_server_faults:ratio_rate1h / (1 - 0.999) > 14.4
and on (job)
job:auth_attempts:rate5m >= 0.1`,
    );
  });

  it('say what it means, how much it is, what to do and where to look', () => {
    expect(alert('BruteForceSuspected').annotations).toEqual({
      summary: '{{ $labels.job }}: One source fails to authenticate again and again.',
      description:
        '{{ printf "%.2f" $value }} failures a second, as the mean over 5m; the limit is 10. Job {{ $labels.job }}, ip_address {{ $labels.ip_address }}.',
      runbook_url:
        'https://github.com/authmeter/authmeter/blob/main/docs/runbooks/BruteForceSuspected.md',
      dashboard_url:
        'http://localhost:3000/d/authmeter-security?var-job={{ $labels.job | urlquery }}',
    });
  });

  it('have the value in every description but those without one', () => {
    const silent = alertsOf(renderPrometheusRules())
      .filter(({ annotations }) => !annotations.description.includes('$value'))
      .map(({ alert: name }) => name);

    expect(silent).toEqual(['AuthDependencyDown', 'AuthMetricsAbsent']);
  });

  it('take thresholds and addresses from the options', () => {
    const rule = alert('LoginFailureRatioHigh', {
      thresholds: { loginFailureRatioHigh: 0.3, minimumTraffic: 1 },
      runbookUrl: 'https://wiki.example/run/',
      dashboardUrl: 'https://grafana.example/',
    });

    expect(rule.expr).toContain('ratio_rate5m > 0.3\n');
    expect(rule.expr).toContain('rate5m >= 1');
    expect(rule.annotations.description).toContain('the limit is 30%');
    expect(rule.annotations.runbook_url).toBe('https://wiki.example/run/LoginFailureRatioHigh');
    expect(rule.annotations.dashboard_url).toMatch(
      /^https:\/\/grafana\.example\/d\/authmeter-auth/,
    );
  });

  it('keep two environments apart by the labels that the selector pins', () => {
    const selector = 'env="prod",region=~"eu-.+"';
    const rule = alert('LoginFailureRatioHigh', { selector });
    const [recordings] = renderPrometheusRules({ selector }).groups;

    expect(rule.labels).toEqual({
      env: 'prod',
      severity: 'critical',
      component: 'authentication',
    });
    expect(rule.expr).toContain('job:auth_logins:rate5m{env="prod"} >= 0.1');
    expect(recordings?.rules[0]).toEqual({
      record: 'job:auth_attempts:rate5m',
      expr: 'sum by (job) (rate(auth_attempts_total{env="prod",region=~"eu-.+"}[5m]))',
      labels: { env: 'prod' },
    });
  });

  it('divide windows, waits and counts by the scale of a trial, and leave rates and shares', () => {
    const options = { timeScale: 10 };

    expect(alert('SourceFailuresHigh', options).expr).toContain('[1m])) > 5');
    expect(alert('LoginFailureRatioHigh', options)).toMatchObject({
      for: '30s',
      expr: 'job:auth_login_failures:ratio_rate30s > 0.2\nand on (job)\njob:auth_logins:rate30s >= 0.1',
    });
    expect(alert('RegistrationSpike', options).expr).toContain('offset 7m');
  });
});
