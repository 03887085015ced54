import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describeWithPeers, requirePeer } from '@authmeter/testkit';
import { renderPrometheusRules } from '../../src';
import { GENERATED_FOLDER, GENERATED_RULES } from '../generated-files';
import { runPromtool } from '../alerts/run-promtool';

const promtool = (...args: string[]): string =>
  execFileSync(requirePeer('promtool'), args, { encoding: 'utf8', stdio: 'pipe' });

describeWithPeers(['promtool'], 'the committed files of Prometheus', () => {
  it.each(['prometheus.yml', 'prometheus-otlp.yml'])('are a valid configuration: %s', (file) => {
    const said = promtool('check', 'config', join(GENERATED_FOLDER, 'prometheus', file));

    expect(said).toMatch(/is valid prometheus config file syntax[\s\S]*SUCCESS: \d+ rules found/);
  });

  it('hold rules without a complaint', () => {
    expect(promtool('check', 'rules', '--lint=all', '--lint-fatal', GENERATED_RULES)).toMatch(
      /SUCCESS: \d+ rules found/,
    );
  });
});

describeWithPeers(['promtool'], 'rules for two environments', () => {
  it('loaded together keep what they record and what they fire apart', () => {
    const groups = ['prod', 'test'].flatMap((env) =>
      renderPrometheusRules({ selector: `env="${env}"` }).groups.map((group) => ({
        ...group,
        name: `${group.name}-${env}`,
      })),
    );
    const attempts = (env: string, labels: string, perMinute: number) => ({
      series: `auth_attempts_total{job="shop",env="${env}",${labels}}`,
      values: `0+${perMinute}x20`,
    });
    const test = {
      interval: '1m',
      input_series: [
        attempts('prod', 'outcome="success"', 100),
        attempts('prod', 'outcome="failure"', 10),
        attempts('test', 'outcome="success"', 10),
        attempts('test', 'outcome="failure"', 100),
      ],
      promql_expr_test: [
        {
          expr: 'ALERTS{alertname="AuthFailureRatioHigh",alertstate="firing"}',
          eval_time: '20m',
          exp_samples: [
            {
              labels:
                'ALERTS{alertname="AuthFailureRatioHigh",alertstate="firing",component="authentication",env="test",job="shop",severity="warning"}',
              value: 1,
            },
          ],
        },
        {
          expr: 'count by (env) (job:auth_failures:ratio_rate5m)',
          eval_time: '20m',
          exp_samples: [
            { labels: '{env="prod"}', value: 1 },
            { labels: '{env="test"}', value: 1 },
          ],
        },
      ],
    } as const;

    const found = runPromtool([{ rules: { groups }, tests: new Map([['apart', test]]) }]);

    expect(found.get('apart')).toBe('');
  });
});
