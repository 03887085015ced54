import { LOGINS, prometheusName } from '@authmeter/core/conventions';
import { describeWithPeers, pollUntil, startCollector, type Collector } from '@authmeter/testkit';
import { endServices, startService } from './support/start-service';

const TIMEOUT_MILLISECONDS = 60_000;
const LOGIN_SERIES = new RegExp(
  `^${prometheusName(LOGINS)}\\{.*outcome="failure".*\\} ([1-9]\\d*)$`,
  'm',
);

afterEach(endServices);

describeWithPeers(['otelcol-authmeter'], 'a service that pushes to a real Collector', () => {
  let collector: Collector;
  beforeAll(async () => {
    collector = await startCollector();
  }, TIMEOUT_MILLISECONDS);
  afterAll(() => collector.stop());

  it(
    'delivers what it counted while the Collector was gone to the one that comes back and knows nothing',
    async () => {
      const { origin } = new URL(collector.otlpUrl);
      const service = await startService({ otlpUrl: origin, auditFile: '/dev/null' });
      const arrival = (count: number) =>
        pollUntil(
          async () => {
            const text = await (await fetch(collector.metricsUrl)).text();
            return Number(LOGIN_SERIES.exec(text)?.[1]) === count;
          },
          { what: `${String(count)} logins` },
        );

      await service.logIn('wrong', 5);
      await arrival(5);
      await collector.stop();
      expect(await service.logIn('wrong', 4)).toEqual([401]);
      await pollUntil(() => service.errors.includes('metrics export failed'), {
        what: 'a line of diagnostics',
      });
      await collector.restart();
      await arrival(9);

      expect(await service.end('SIGTERM')).toEqual([0, null]);
    },
    TIMEOUT_MILLISECONDS,
  );
});
