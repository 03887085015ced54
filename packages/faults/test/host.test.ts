import { INSTRUMENTATION_FAILURES, LOGINS, prometheusName } from '@authmeter/core/conventions';
import { pollUntil } from '@authmeter/testkit';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { startOtlpServer, type OtlpServer } from './support/otlp-server';
import { endServices, startService } from './support/start-service';

const LOGIN_SERIES = `${prometheusName(LOGINS)}{outcome="failure",reason="invalid_credentials",error_type="invalid_credentials",method="password"}`;

afterEach(endServices);

describe('a service whose', () => {
  let collector: OtlpServer;
  beforeEach(async () => {
    collector = await startOtlpServer();
  });
  afterEach(() => collector.stop());

  const arrival = (count: number) =>
    pollUntil(() => collector.total(LOGINS.name) === count, { what: `${String(count)} logins` });

  it('port for metrics is taken says so and serves on', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port: metricsPort } = other.address() as AddressInfo;
    const service = await startService({ otlpUrl: collector.url, metricsPort });

    expect(await service.logIn('wrong', 3)).toEqual([401]);
    await arrival(3);
    expect(service.errors).toContain(
      `EADDRINUSE: address already in use 127.0.0.1:${String(metricsPort)}`,
    );
    expect(await service.end('SIGTERM')).toEqual([0, null]);
    other.close();
  });

  it('event loop stands still over several exports loses and repeats nothing', async () => {
    const service = await startService({ otlpUrl: collector.url, exportMilliseconds: 100 });
    const [, stalled, ...others] = await Promise.all([
      service.logIn('wrong', 20),
      service.post('/stall?milliseconds=700'),
      service.logIn('right', 20),
      service.logIn('wrong', 20),
    ]);

    expect([stalled, ...others]).toEqual([204, [204], [401]]);
    await arrival(60);
    expect(await service.scrape()).toContain(`${LOGIN_SERIES} 40\n`);
    expect(await service.end('SIGTERM')).toEqual([0, null]);
    expect(collector.total(LOGINS.name)).toBe(60);
  });

  it('own observable never answers pushes all the same; a scrape waits for it, and nothing else does', async () => {
    const service = await startService({ otlpUrl: collector.url, hangs: true });
    const scrape = new AbortController();
    const scraped = service.scrape(scrape.signal).catch((error: Error) => error.name);

    expect(await service.logIn('wrong', 3)).toEqual([401]);
    await arrival(3);
    await pollUntil(() => service.errors.includes('metrics collection errors'), {
      what: 'a line of diagnostics',
    });
    scrape.abort();
    expect(await scraped).toBe('AbortError');
    expect(await service.end('SIGTERM')).toEqual([0, null]);
  });

  it('logger of diagnostics throws is harmed by nothing that is told to it', async () => {
    const service = await startService({
      otlpUrl: collector.url,
      loggerThrows: true,
      rulesThrow: true,
      auditFile: '/dev/full',
    });

    expect(await service.logIn('wrong', 3)).toEqual([401]);
    await arrival(3);
    const failures = `${prometheusName(INSTRUMENTATION_FAILURES)}{component="error_rules"} `;
    expect(await service.scrape()).toContain(failures);
    expect(await service.end('SIGTERM')).toEqual([0, null]);
    expect(service.errors).toBe('');
  });
});
