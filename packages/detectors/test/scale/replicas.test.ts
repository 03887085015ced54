import { createAuthMeter, type AuthMeter } from '@authmeter/core';
import { ATTEMPTS, prometheusName, SECURITY_EVENTS_DETECTED } from '@authmeter/core/conventions';
import { renderPrometheusRules } from '@authmeter/monitoring';
import {
  describeWithPeers,
  findFreePort,
  pollUntil,
  startPrometheus,
  type Prometheus,
} from '@authmeter/testkit';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { createDetectors, type Detection } from '../../src';
import { firing, valueOf } from './firing';

const TIMEOUT_MILLISECONDS = 120_000;
const PATIENCE_SECONDS = 30;
/** Five minutes of a rule are fifteen seconds. */
const TIME_SCALE = 20;
const REPLICAS = 16;
const FAILURES_EACH = 14;

// The burst is in the window of the rule for fifteen seconds, and has to be for six: a machine that stands still that long
// misses it, and no waiting brings it back.
jest.retryTimes(2, { logErrorsBeforeRetry: true });

const attempts = prometheusName(ATTEMPTS);

interface Replica {
  readonly meter: AuthMeter;
  readonly target: string;
  readonly told: Detection[];
  readonly stop: () => Promise<void>;
}

async function startReplica(): Promise<Replica> {
  const port = await findFreePort();
  const exporter = new PrometheusExporter({ host: '127.0.0.1', port, withoutScopeInfo: true });
  const meterProvider = new MeterProvider({ readers: [exporter] });
  const told: Detection[] = [];
  const detectors = createDetectors({ onDetection: (detection) => void told.push(detection) });
  const meter = createAuthMeter({ meterProvider, observers: [detectors] });
  return { meter, told, target: `127.0.0.1:${port}`, stop: () => meterProvider.shutdown() };
}

function guess({ meter }: Replica): void {
  meter.record({
    kind: 'login',
    method: 'password',
    outcome: 'failure',
    errorType: 'invalid_credentials',
    accountId: 'alice',
    sourceAddress: '203.0.113.9',
  });
}

describeWithPeers(['prometheus'], 'sixteen replicas that are scraped', () => {
  let replicas: Replica[] = [];
  let prometheus: Prometheus;

  beforeEach(async () => {
    replicas = await Promise.all(Array.from({ length: REPLICAS }, startReplica));
    prometheus = await startPrometheus({
      scrape: [{ job: 'shop', target: replicas.map(({ target }) => target) }],
      rules: [renderPrometheusRules({ timeScale: TIME_SCALE })],
    });
  }, TIMEOUT_MILLISECONDS);

  afterEach(async () => {
    await prometheus.stop();
    await Promise.all(replicas.map(({ stop }) => stop()));
  }, TIMEOUT_MILLISECONDS);

  const waitForAlert = (alert: string) =>
    pollUntil(
      async () => {
        const found = await firing(prometheus, alert);
        return found.length > 0 && found;
      },
      { what: alert, timeoutSeconds: PATIENCE_SECONDS },
    );

  it(
    'see a brute force in their sum that none of them sees, and what one of them sees as well',
    async () => {
      await pollUntil(async () => (await valueOf(prometheus, 'sum(up)')) === REPLICAS, {
        what: 'all replicas to be scraped',
        timeoutSeconds: PATIENCE_SECONDS,
      });
      for (let count = 0; count < FAILURES_EACH; count += 1) replicas.forEach(guess);

      expect(await waitForAlert('BruteForceSuspected')).toEqual([
        { job: 'shop', ip_address: '203.0.113.0' },
      ]);
      expect(await valueOf(prometheus, `sum(${attempts}{outcome="failure"})`)).toBe(
        REPLICAS * FAILURES_EACH,
      );
      expect(replicas.flatMap(({ told }) => told)).toEqual([]);
      expect(await firing(prometheus, 'AttackDetected')).toEqual([]);

      replicas.slice(0, 1).forEach(guess);

      expect(await waitForAlert('AttackDetected')).toEqual([{ job: 'shop', event: 'brute_force' }]);
      const detected = prometheusName(SECURITY_EVENTS_DETECTED);
      expect(await valueOf(prometheus, `sum(${detected})`)).toBe(1);
      expect(replicas.flatMap(({ told }) => told)).toMatchObject([{ kind: 'brute_force' }]);
    },
    TIMEOUT_MILLISECONDS,
  );
});
