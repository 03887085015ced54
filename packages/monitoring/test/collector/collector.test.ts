import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ATTEMPTS, prometheusName } from '@authmeter/core/conventions';
import { describeWithPeers, pollUntil, requirePeer, startPrometheus } from '@authmeter/testkit';
import { GENERATED_FOLDER } from '../generated-files';
import { exportOfCounter, exportOfLogs, post, type LogRecord } from './exports';
import { startConfigured, type ConfiguredCollector } from './start-collectors';

const TIMEOUT_MILLISECONDS = 60_000;
const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJlLW9mLWl0';
const ATTRIBUTES = { outcome: 'success', method: 'jwt' };

/** Every event of each retention that a file holds, by name. */
function eventsIn(file: string): readonly string[] {
  return [...file.matchAll(/"eventName":"([^"]+)"/g)].map(([, name = '']) => name);
}

describeWithPeers(['otelcol-authmeter'], 'the committed configurations of the collector', () => {
  let gateway: ConfiguredCollector;
  let agent: ConfiguredCollector;

  beforeAll(async () => {
    gateway = await startConfigured('gateway');
    agent = await startConfigured('agent', { GATEWAY_ENDPOINT: gateway.otlpBase });
  }, TIMEOUT_MILLISECONDS);

  afterAll(async () => {
    await agent?.remove();
    await gateway?.remove();
  });

  const sendLogs = (records: readonly LogRecord[]) => post(agent.logsUrl, exportOfLogs(records));
  const untilKept = (retention: string, event: string) =>
    pollUntil(
      () => eventsIn(gateway.auditFile(retention)).includes(event) && gateway.auditFile(retention),
      { what: `${event} in ${retention}` },
    );

  it.each(['agent.yaml', 'gateway.yaml'])('are valid: %s', (file) => {
    const config = `--config=${join(GENERATED_FOLDER, 'collector', file)}`;

    expect(() =>
      execFileSync(requirePeer('otelcol-authmeter'), ['validate', config], { stdio: 'pipe' }),
    ).not.toThrow();
  });

  it('say that they are well', async () => {
    for (const { healthUrl } of [agent, gateway]) {
      expect((await fetch(healthUrl)).status).toBe(200);
    }
  });

  it('bring metrics from a service to what Prometheus scrapes, with the names of the service', async () => {
    await post(agent.otlpUrl, exportOfCounter(ATTEMPTS.name, 7, ATTRIBUTES));

    const line = await pollUntil(
      async () =>
        (await (await fetch(gateway.metricsUrl)).text())
          .split('\n')
          .find((text) => text.startsWith(prometheusName(ATTEMPTS))),
      { what: 'the metric' },
    );
    expect(line).toMatch(/\} 7$/);
    for (const label of ['job="shop"', 'instance="shop-1"', 'outcome="success"', 'method="jwt"']) {
      expect(line).toContain(label);
    }
  });

  it('keep each audit event as long as it is to be kept, and no other log record', async () => {
    await sendLogs([
      { eventName: 'auth.login.failure' },
      { eventName: 'auth.token.reuse' },
      { eventName: 'auth.of.the.future' },
      { eventName: 'http.request' },
      { body: 'a line of the application' },
    ]);

    await untilKept('security', 'auth.token.reuse');
    await untilKept('authentication', 'auth.login.failure');
    expect(eventsIn(gateway.auditFile('security'))).toEqual([
      'auth.token.reuse',
      'auth.of.the.future',
    ]);
    expect(eventsIn(gateway.auditFile('authentication'))).toEqual(['auth.login.failure']);
    const all = gateway.auditFile('security') + gateway.auditFile('authentication');
    expect(all).not.toContain('a line of the application');
  });

  it('take out of audit events what does not belong there', async () => {
    await sendLogs([
      {
        eventName: 'auth.csrf.failure',
        body: `refused ada@example.com with Bearer ${TOKEN}`,
        attributes: {
          'client.address': '203.0.113.0',
          'error.type': 'csrf_failed',
          action: `sent ${TOKEN}`,
          'user.email': 'ada@example.com',
          password: 'hunter2',
        },
      },
    ]);

    const kept = await untilKept('security', 'auth.csrf.failure');
    expect(kept).toContain('203.0.113.0');
    expect(kept).toContain('csrf_failed');
    expect(kept).toContain('shop-1');
    for (const secret of [TOKEN, 'ada@example.com', 'hunter2', 'user.email', 'process.command']) {
      expect(kept).not.toContain(secret);
    }
  });

  it(
    'lose no audit event while the gateway is away, even if the agent restarts',
    async () => {
      await gateway.stop();
      await sendLogs([{ eventName: 'auth.account.locked' }]);
      await agent.restart();
      await gateway.restart();

      await untilKept('security', 'auth.account.locked');
    },
    TIMEOUT_MILLISECONDS,
  );
});

describeWithPeers(['otelcol-authmeter', 'prometheus'], 'the gateway, told to push', () => {
  it(
    'brings metrics into the OTLP receiver of Prometheus, under the same name',
    async () => {
      const prometheus = await startPrometheus({ otlp: true });
      let gateway: ConfiguredCollector | undefined;
      try {
        gateway = await startConfigured('gateway', {
          METRICS_EXPORTERS: '[otlp_http/metrics]',
          METRICS_OTLP_ENDPOINT: prometheus.otlpUrl,
        });
        await post(gateway.otlpUrl, exportOfCounter(ATTEMPTS.name, 7, ATTRIBUTES));

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
            job: 'shop',
            instance: 'shop-1',
            ...ATTRIBUTES,
          },
          value: 7,
        });
      } finally {
        await gateway?.remove();
        await prometheus.stop();
      }
    },
    TIMEOUT_MILLISECONDS,
  );
});
