import { LOGINS } from '@authmeter/core/conventions';
import { pollUntil } from '@authmeter/testkit';
import { startOtlpServer, type OtlpServer } from './support/otlp-server';
import { endServices, startService } from './support/start-service';

/** Longer than any test: what is not pushed at the end is not pushed. */
const NEVER_MILLISECONDS = 600_000;

afterEach(endServices);

describe('a service that', () => {
  let collector: OtlpServer;
  beforeEach(async () => {
    collector = await startOtlpServer();
  });
  afterEach(() => collector.stop());

  const logins = () => collector.total(LOGINS.name);

  it('is told to end pushes what was never exported, and ends by itself', async () => {
    const service = await startService({
      otlpUrl: collector.url,
      exportMilliseconds: NEVER_MILLISECONDS,
    });
    await service.logIn('right', 3);
    await service.logIn('wrong', 4);
    expect(collector.requests).toBe(0);

    expect(await service.end('SIGTERM')).toEqual([0, null]);
    expect(logins()).toBe(7);
  });

  it('is told to end while its collector hangs ends within the time that an export may take', async () => {
    collector.answerWith('slow');
    const service = await startService({ otlpUrl: collector.url, exportMilliseconds: 500 });
    await service.logIn('wrong', 4);

    expect(await service.end('SIGTERM')).toEqual([0, null]);
    expect(collector.requests).toBeGreaterThan(0);
    expect(logins()).toBe(0);
  });

  it('is killed loses what came after its last export, and nothing before', async () => {
    const service = await startService({ otlpUrl: collector.url, exportMilliseconds: 300 });
    await service.logIn('wrong', 5);
    await pollUntil(() => logins() === 5, { what: 'an export' });
    collector.answerWith(503);
    await service.logIn('wrong', 4);

    expect(await service.end('SIGKILL')).toEqual([null, 'SIGKILL']);
    expect(logins()).toBe(5);
  });

  it.each([
    ['exits in a handler', '/exit', 3],
    ['throws where nobody catches', '/crash', 1],
  ])('%s ends as it would have, and loses what it had not exported', async (_title, path, code) => {
    const service = await startService({
      otlpUrl: collector.url,
      exportMilliseconds: NEVER_MILLISECONDS,
    });
    await service.logIn('wrong', 4);

    await expect(service.post(path)).rejects.toThrow('fetch failed');
    expect(await service.ended).toEqual([code, null]);
    expect(logins()).toBe(0);
  });
});
