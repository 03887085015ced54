import { DROPPED_EVENTS, LOGINS } from '@authmeter/core/conventions';
import { pollUntil } from '@authmeter/testkit';
import { startOtlpServer, type Answer, type OtlpServer } from './support/otlp-server';
import { endServices, startService } from './support/start-service';

const FAULTS: readonly Answer[] = [429, 500, 503, 'slow', 'cut', 'unanswered'];

afterEach(endServices);

describe('a service that pushes to a collector that', () => {
  let collector: OtlpServer;
  beforeEach(async () => {
    collector = await startOtlpServer();
  });
  afterEach(() => collector.stop());

  const arrival = (count: number) =>
    pollUntil(() => collector.total(LOGINS.name, { outcome: 'failure' }) === count, {
      what: `${String(count)} failed logins`,
    });
  const nextExports = () => {
    const before = collector.requests;
    return pollUntil(() => collector.requests > before + 1, { what: 'an export' });
  };

  it('fails in one way after the other serves on, and delivers every login when it is well', async () => {
    const service = await startService({ otlpUrl: collector.url });
    const statuses: (readonly number[])[] = [];
    for (const [index, fault] of FAULTS.entries()) {
      collector.answerWith(fault);
      statuses.push(await service.logIn('wrong', 7));
      await nextExports();
      collector.answerWith(200);
      await arrival(index * 9 + 7);
      statuses.push(await service.logIn('wrong', 2));
      await arrival(index * 9 + 9);
    }

    expect(new Set(statuses.flat())).toEqual(new Set([401]));
    expect(collector.total(DROPPED_EVENTS.name)).toBe(0);
    expect(await service.end('SIGTERM')).toEqual([0, null]);
  });

  it('is absent, comes, goes and is back delivers every login, and says what failed', async () => {
    await collector.stop();
    const service = await startService({ otlpUrl: collector.url });
    const complaints = () => service.errors.split('metrics export failed').length - 1;
    const complaint = (since: number) =>
      pollUntil(() => complaints() > since, { what: 'a line of diagnostics' });
    const statuses = await service.logIn('wrong', 5);
    await complaint(0);
    await collector.start();
    await arrival(5);

    await collector.stop();
    const later = await service.logIn('wrong', 4);
    await complaint(complaints());
    await collector.start();

    await arrival(9);
    expect([statuses, later]).toEqual([[401], [401]]);
    expect(await service.end('SIGTERM')).toEqual([0, null]);
  });

  it('fails loses, with delta temporality, what that export held: the SDK keeps no deltas', async () => {
    const service = await startService({ otlpUrl: collector.url, isDelta: true });
    const increments = () => collector.increments(LOGINS.name);

    await service.logIn('wrong', 3);
    await pollUntil(() => increments().taken === 3, { what: 'three logins' });
    collector.answerWith(500);
    await service.logIn('wrong', 4);
    await pollUntil(() => increments().refused === 4, { what: 'the refusal of four' });
    collector.answerWith(200);
    await service.logIn('wrong', 2);

    expect(await service.end('SIGTERM')).toEqual([0, null]);
    expect(increments()).toEqual({ taken: 5, refused: 4 });
  });
});
