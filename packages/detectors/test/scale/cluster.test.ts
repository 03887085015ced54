import {
  ACCOUNT_FAILURES,
  ATTEMPTS,
  prometheusName,
  SECURITY_EVENTS_DETECTED,
  SOURCE_FAILURES,
} from '@authmeter/core/conventions';
import { renderPrometheusRules } from '@authmeter/monitoring';
import {
  describeWithPeers,
  pollUntil,
  startCollector,
  startPrometheus,
  type Collector,
  type Prometheus,
} from '@authmeter/testkit';
import { firing, valueOf } from './firing';
import { startCluster, type ClusterService } from './start-cluster';

const TIMEOUT_MILLISECONDS = 120_000;
const PATIENCE_SECONDS = 60;
/** Ten minutes of a rule are twenty seconds. */
const TIME_SCALE = 30;
const PROCESSES = 6;
/** Fifteen are brute force: no process sees it, and all together see 60. */
const FAILURES_EACH = 10;
const SUCCESSES = 40;
const GUESS = { account: 'alice', source: '203.0.113.9', password: 'wrong' } as const;

const attempts = prometheusName(ATTEMPTS);
const events = prometheusName(SECURITY_EVENTS_DETECTED);

/** Takes OTLP from all processes and passes it on to Prometheus. */
function collectorFor({ otlpUrl }: Prometheus): Promise<Collector> {
  return startCollector({
    config: {
      receivers: { otlp: { protocols: { http: { endpoint: '${env:OTLP_ADDRESS}' } } } },
      exporters: { otlphttp: { metrics_endpoint: otlpUrl, compression: 'none' } },
      service: { pipelines: { metrics: { receivers: ['otlp'], exporters: ['otlphttp'] } } },
    },
  });
}

describeWithPeers(
  ['prometheus', 'otelcol-authmeter'],
  'a cluster of six processes that push to one collector',
  () => {
    let prometheus: Prometheus;
    let collector: Collector;
    let service: ClusterService;

    beforeAll(async () => {
      const rules = [renderPrometheusRules({ timeScale: TIME_SCALE })];
      prometheus = await startPrometheus({ otlp: true, rules });
      collector = await collectorFor(prometheus);
      service = await startCluster(PROCESSES, collector.otlpUrl);
    }, TIMEOUT_MILLISECONDS);

    afterAll(async () => {
      await service.stop();
      await collector.stop();
      await prometheus.stop();
    }, TIMEOUT_MILLISECONDS);

    const waitFor = (promql: string, value: number) =>
      pollUntil(async () => (await valueOf(prometheus, promql)) === value, {
        what: `${promql} to be ${String(value)}`,
        timeoutSeconds: PATIENCE_SECONDS,
      });

    it(
      'adds up to the truth, and shows a brute force that no process sees',
      async () => {
        for (let count = 0; count < SUCCESSES; count += 1) {
          const account = `user-${String(count)}`;
          await service.login({ account, source: '198.51.100.4', password: 'right' });
        }
        const seenBy = new Map<string, number>();
        for (let count = 0; count < PROCESSES * FAILURES_EACH; count += 1) {
          const worker = await service.login(GUESS);
          seenBy.set(worker, (seenBy.get(worker) ?? 0) + 1);
        }

        const alerts = await pollUntil(
          async () => {
            const found = await firing(prometheus, 'SourceFailuresHigh');
            return found.length > 0 && found;
          },
          { what: 'SourceFailuresHigh', timeoutSeconds: PATIENCE_SECONDS },
        );
        expect(alerts).toEqual([{ job: 'shop', ip_address: '203.0.113.0' }]);
        // They take turns, more or less.
        expect(seenBy.size).toBe(PROCESSES);
        expect(Math.max(...seenBy.values())).toBeLessThan(15);
        await waitFor(`sum(${attempts}{outcome="failure"})`, PROCESSES * FAILURES_EACH);
        await waitFor(`sum(${attempts}{outcome="success"})`, SUCCESSES);
        await waitFor(`count(count by (instance) (${attempts}))`, PROCESSES);
        await waitFor(
          `sum(${prometheusName(SOURCE_FAILURES)}{ip_address="203.0.113.0"})`,
          PROCESSES * FAILURES_EACH,
        );
        // The same key in all processes: one account is one account.
        await waitFor(`count(count by (user_id) (${prometheusName(ACCOUNT_FAILURES)}))`, 1);
        await waitFor(`sum(${events})`, 0);
        expect(await firing(prometheus, 'AttackDetected')).toEqual([]);
      },
      TIMEOUT_MILLISECONDS,
    );

    it(
      'shows what one process sees by itself, once',
      async () => {
        for (let count = 0; count < 15; count += 1) {
          await service.loginAgain({ ...GUESS, account: 'bob' });
        }

        await waitFor(`sum(${events}{event="brute_force"})`, 1);
        const alerts = await pollUntil(
          async () => {
            const found = await firing(prometheus, 'AttackDetected');
            return found.length > 0 && found;
          },
          { what: 'AttackDetected', timeoutSeconds: PATIENCE_SECONDS },
        );
        expect(alerts).toEqual([{ job: 'shop', event: 'brute_force' }]);
      },
      TIMEOUT_MILLISECONDS,
    );
  },
);
