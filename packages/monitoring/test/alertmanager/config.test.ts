import { execFileSync } from 'node:child_process';
import { ALERT_CATALOGUE, type AlertDefinition } from '@authmeter/core/conventions';
import { describeWithPeers, requirePeer } from '@authmeter/testkit';
import { renderAlertmanagerConfig } from '../../src';
import { GENERATED_ALERTMANAGER } from '../generated-files';

const CRITICAL = 'authentication-critical';
const WARNING = 'authentication-warning';
const SECURITY = 'authentication-security';

/** Who is told of what, by the labels that Prometheus sends. */
const ROUTES: readonly (readonly [labels: string, receivers: string])[] = [
  ['alertname=AuthServiceDown component=authentication severity=critical job=shop', CRITICAL],
  ['alertname=AuthFailureRatioHigh component=authentication severity=warning job=shop', WARNING],
  [
    'alertname=AttackDetected component=authentication severity=critical',
    `${SECURITY},${CRITICAL}`,
  ],
  [
    'alertname=TokenReuseDetected component=authentication severity=critical',
    `${SECURITY},${CRITICAL}`,
  ],
  ['alertname=CsrfFailures component=authentication severity=warning', `${SECURITY},${WARNING}`],
  [
    'alertname=SourceFailuresHigh component=authentication severity=warning',
    `${SECURITY},${WARNING}`,
  ],
  [
    'alertname=AuthLatencyHigh component=authentication severity=critical operation=login',
    CRITICAL,
  ],
  ['alertname=SomethingNew component=authentication severity=page', WARNING],
  ['alertname=AttackDetected component=billing severity=critical', 'others'],
  ['alertname=NodeDown severity=critical', 'others'],
];

const run = (...args: string[]): string =>
  execFileSync(requirePeer('amtool'), args, { encoding: 'utf8' });

describeWithPeers(['amtool'], 'the committed configuration of Alertmanager', () => {
  it('is valid', () => {
    expect(run('check-config', GENERATED_ALERTMANAGER)).toMatch(/SUCCESS[\s\S]*1 templates/);
  });

  it.each(ROUTES)('routes %s to %s', (labels, receivers) => {
    const file = `--config.file=${GENERATED_ALERTMANAGER}`;
    const args = ['config', 'routes', 'test', file, `--verify.receivers=${receivers}`];

    expect(run(...args, ...labels.split(' '))).toContain(receivers);
  });
});

describe('the configuration of Alertmanager', () => {
  it('groups by alert and component', () => {
    expect(renderAlertmanagerConfig().route.group_by).toEqual(['alertname', 'component']);
  });

  it('reads every secret from a file', () => {
    const text = JSON.stringify(renderAlertmanagerConfig());
    const keys = [...text.matchAll(/"([a-z_]*(?:key|url|password|token|secret)[a-z_]*)":/g)].map(
      ([, key]) => key,
    );

    expect([...new Set(keys)].sort()).toEqual([
      'api_url_file',
      'routing_key_file',
      'smtp_auth_password_file',
      'url_file',
    ]);
  });

  it('lets a service that is down silence its symptoms, and the severer alert its milder one', () => {
    const silenced = renderAlertmanagerConfig().inhibit_rules.flatMap(
      ({ source_matchers: [source = ''], target_matchers: [target = ''] }) =>
        namesIn(target).map((name) => `${name} by ${namesIn(source).join()}`),
    );
    const alerts: readonly AlertDefinition[] = ALERT_CATALOGUE;
    const expected = alerts.flatMap(({ name, symptomOf, milderThan }) =>
      [symptomOf, milderThan].flatMap((other) => (other ? [`${name} by ${other}`] : [])),
    );

    expect(silenced.sort()).toEqual(expected.sort());
    expect(expected).toContain('AuthFailureRatioHigh by AuthServiceDown');
    expect(expected).toContain('AuthLatencyElevated by AuthLatencyHigh');
  });

  it('silences within one job, one operation and one environment', () => {
    const rules = renderAlertmanagerConfig({ selector: 'env="prod"' }).inhibit_rules;
    const latency = rules.find(({ target_matchers: [target] }) =>
      target?.includes('AuthLatencyElevated'),
    );

    expect(latency?.equal).toEqual(['job', 'operation', 'env']);
    expect(rules.every(({ equal }) => equal.includes('job') && equal.includes('env'))).toBe(true);
  });
});

/** The names in a matcher. */
function namesIn(matcher: string): readonly string[] {
  return (/"(.*)"/.exec(matcher)?.[1] ?? '').split('|');
}
