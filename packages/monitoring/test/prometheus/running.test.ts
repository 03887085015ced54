import { join } from 'node:path';
import { ALERT_CATALOGUE, ATTEMPTS, prometheusName } from '@authmeter/core/conventions';
import { describeWithPeers, pollUntil, startPrometheus, type Prometheus } from '@authmeter/testkit';
import { exportOfCounter, post } from '../collector/exports';
import { GENERATED_FOLDER } from '../generated-files';

const TIMEOUT_MILLISECONDS = 60_000;

interface RulesAnswer {
  readonly data: {
    readonly groups: readonly {
      readonly rules: readonly { readonly type: string; readonly name: string }[];
    }[];
  };
}

async function alertsOf({ url }: Prometheus): Promise<readonly string[]> {
  const { data } = (await (await fetch(`${url}/api/v1/rules`)).json()) as RulesAnswer;
  return data.groups
    .flatMap(({ rules }) => rules)
    .filter(({ type }) => type === 'alerting')
    .map(({ name }) => name);
}

describeWithPeers(['prometheus'], 'the committed configurations of Prometheus, running', () => {
  it.each(['prometheus.yml', 'prometheus-otlp.yml'])(
    'load every alert: %s',
    async (file) => {
      const prometheus = await startPrometheus({
        configFile: join(GENERATED_FOLDER, 'prometheus', file),
        otlp: true,
      });
      try {
        expect(await alertsOf(prometheus)).toEqual(ALERT_CATALOGUE.map(({ name }) => name));
      } finally {
        await prometheus.stop();
      }
    },
    TIMEOUT_MILLISECONDS,
  );

  it(
    'take what is pushed, with labels that a selector can name',
    async () => {
      const prometheus = await startPrometheus({
        configFile: join(GENERATED_FOLDER, 'prometheus/prometheus-otlp.yml'),
        otlp: true,
      });
      try {
        const resource = { 'service.namespace': 'eu', 'deployment.environment.name': 'prod' };
        await post(
          prometheus.otlpUrl,
          exportOfCounter(ATTEMPTS.name, 7, { outcome: 'success' }, resource),
        );

        const [sample] = await pollUntil(
          async () => {
            const samples = await prometheus.query(prometheusName(ATTEMPTS));
            return samples.length > 0 && samples;
          },
          { what: 'the metric' },
        );
        expect(sample).toEqual({
          labels: {
            __name__: prometheusName(ATTEMPTS),
            job: 'eu/shop',
            instance: 'shop-1',
            deployment_environment_name: 'prod',
            outcome: 'success',
          },
          value: 7,
        });
      } finally {
        await prometheus.stop();
      }
    },
    TIMEOUT_MILLISECONDS,
  );
});
