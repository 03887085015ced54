import { pollUntil } from '@authmeter/testkit';
import { type RecipeService, startRecipe } from './recipe-service';

const WRONG = 'wrong';
const RIGHT = 'correct horse';

async function failTimes(service: RecipeService, times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let time = 0; time < times; time += 1) statuses.push(await service.logIn('ada', WRONG));
  return statuses;
}

describe('an account lockout', () => {
  it('locks after five failures, and answers the owner as it answers the guesser', async () => {
    const service = await startRecipe('account-lockout.mjs');

    const failures = await failTimes(service, 5);
    const owner = await service.logIn('ada', RIGHT);
    const other = await service.logIn('bob', 'battery staple');
    const nobody = await service.logIn('eve', WRONG);
    const unlocked = await service.operate('POST', '/internal/unlock', { name: 'ada' });
    const released = await service.logIn('ada', RIGHT);
    const points = await service.scrape('auth_logins_total', 'auth_lockouts_total');

    expect(failures).toEqual([401, 401, 401, 401, 401]);
    expect([owner, other, nobody, unlocked, released]).toEqual([401, 200, 401, 204, 200]);
    expect(points).toEqual([
      'auth_logins_total{outcome="success",method="password"} 2',
      'auth_logins_total{outcome="failure",reason="invalid_credentials",error_type="invalid_credentials",method="password"} 5',
      'auth_logins_total{outcome="failure",reason="invalid_credentials",error_type="user_not_found",method="password"} 1',
      'auth_logins_total{outcome="failure",reason="account_restricted",error_type="account_locked",method="password"} 1',
      'auth_lockouts_total{cause="max_retries",transition="locked"} 1',
      'auth_lockouts_total{cause="max_retries",transition="unlocked"} 1',
    ]);
  });

  it('lets a success forget the failures before it', async () => {
    const service = await startRecipe('account-lockout.mjs');

    await failTimes(service, 4);
    const success = await service.logIn('ada', RIGHT);
    await failTimes(service, 4);
    const again = await service.logIn('ada', RIGHT);
    const points = await service.scrape('auth_lockouts_total');

    expect([success, again]).toEqual([200, 200]);
    expect(points).toEqual([]);
  });

  it('looks at five passwords of a hundred that come at once', async () => {
    const service = await startRecipe('account-lockout.mjs');

    await Promise.all(Array.from({ length: 100 }, () => service.logIn('ada', WRONG)));
    const points = await service.scrape('auth_logins_total', 'auth_lockouts_total');

    expect(points).toEqual([
      'auth_logins_total{outcome="failure",reason="invalid_credentials",error_type="invalid_credentials",method="password"} 5',
      'auth_logins_total{outcome="failure",reason="account_restricted",error_type="account_locked",method="password"} 95',
      'auth_lockouts_total{cause="max_retries",transition="locked"} 1',
    ]);
  });

  it('releases the account when its time is over', async () => {
    const service = await startRecipe('account-lockout.mjs', { LOCK_SECONDS: '1' });

    await failTimes(service, 5);
    const points = await pollUntil(
      async () => {
        const transitions = await service.scrape('auth_lockouts_total');
        return transitions.length === 2 && transitions;
      },
      { what: 'the end of the lock' },
    );
    const owner = await service.logIn('ada', RIGHT);

    expect(owner).toBe(200);
    expect(points).toEqual([
      'auth_lockouts_total{cause="max_retries",transition="locked"} 1',
      'auth_lockouts_total{cause="max_retries",transition="expired"} 1',
    ]);
  });

  it('locks for one network only where it counts by network too', async () => {
    const service = await startRecipe('account-lockout.mjs', {
      LOCK_BY: 'account_and_network',
      TRUSTED_HOPS: '1',
    });
    const home = { 'x-forwarded-for': '198.51.100.7' };

    await failTimes(service, 5);
    const attacker = await service.logIn('ada', RIGHT);
    const owner = await service.logIn('ada', RIGHT, home);
    const unlocked = await service.operate('POST', '/internal/unlock', { name: 'ada' });
    const released = await service.logIn('ada', RIGHT);

    expect([attacker, owner, unlocked, released]).toEqual([401, 200, 204, 200]);
  });
});
