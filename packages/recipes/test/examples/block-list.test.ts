import { pollUntil } from '@authmeter/testkit';
import { startRecipe } from './recipe-service';

const ATTACKER = { 'x-forwarded-for': '203.0.113.88' };
const NEIGHBOUR = { 'x-forwarded-for': '203.0.113.9' };
const CUSTOMER = { 'x-forwarded-for': '198.51.100.7' };

const SHOWN = ['auth_rate_limit', 'auth_source_failures_total', 'auth_attempts_total'];

describe('a block list', () => {
  it('refuses a blocked network before anything is tried, and counts the refusals', async () => {
    const service = await startRecipe('block-list.mjs');

    const before = await service.logIn('ada', 'wrong', ATTACKER);
    // The network as the alert names it.
    const blocked = await service.operate('PUT', '/internal/blocks/203.0.113.0', { seconds: 600 });
    const during = [
      await service.logIn('ada', 'correct horse', ATTACKER),
      await service.logIn('ada', 'wrong', NEIGHBOUR),
      await service.logIn('ada', 'correct horse', CUSTOMER),
    ];
    const released = await service.operate('DELETE', '/internal/blocks/203.0.113.0');
    const after = await service.logIn('ada', 'correct horse', NEIGHBOUR);
    const points = await service.scrape(...SHOWN);

    expect([before, blocked, ...during, released, after]).toEqual([
      401, 204, 403, 403, 200, 204, 200,
    ]);
    expect(points).toEqual([
      'auth_attempts_total{outcome="success",method="password"} 2',
      'auth_attempts_total{outcome="failure",reason="invalid_credentials",error_type="invalid_credentials",method="password"} 1',
      expect.stringMatching(
        /^auth_rate_limit_requests_total\{limiter="block_list",result="allowed"\} \d+$/,
      ),
      'auth_rate_limit_requests_total{limiter="block_list",result="limited"} 2',
      'auth_source_failures_total{ip_address="203.0.113.0"} 1',
      'auth_rate_limit_hits_total{limiter="block_list",ip_address="203.0.113.0"} 2',
    ]);
  });

  it('releases a single address by itself when its time is over', async () => {
    const service = await startRecipe('block-list.mjs');

    await service.operate('PUT', '/internal/blocks/203.0.113.88', { seconds: 1 });
    const during = [
      await service.logIn('ada', 'correct horse', ATTACKER),
      await service.logIn('ada', 'correct horse', NEIGHBOUR),
    ];
    const after = await pollUntil(
      async () => (await service.logIn('ada', 'correct horse', ATTACKER)) === 200,
      { what: 'the end of the block' },
    );

    expect(during).toEqual([403, 200]);
    expect(after).toBe(true);
  });
});
