import { type Challenge, type Solution, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { type RecipeService, startRecipe } from './recipe-service';

const SECRETS = {
  CHALLENGE_SECRET: 'a secret that only this test signs challenges with',
  CHALLENGE_KEY_SECRET: 'a secret that only this test signs keys with',
  CHALLENGE_ROUNDS: '1',
};

interface Solved {
  readonly challenge: Challenge;
  readonly solution: Solution | null;
}

async function solve(service: RecipeService): Promise<Solved> {
  const challenge = (await (await service.get('/login/challenge')).json()) as Challenge;
  return { challenge, solution: await solveChallenge({ challenge, deriveKey }) };
}

async function logIn(
  service: RecipeService,
  password: string,
  challenge?: Solved,
  address = '203.0.113.88',
): Promise<number> {
  const headers = { 'x-forwarded-for': address };
  const response = await service.post('/login', { name: 'ada', password, challenge }, headers);
  await response.arrayBuffer();
  return response.status;
}

describe('a challenge after failures', () => {
  it('is asked for after three failures of a network, and each is good once', async () => {
    const service = await startRecipe('captcha-after-failures.mjs', SECRETS);

    const free = [
      await logIn(service, 'wrong'),
      await logIn(service, 'wrong'),
      await logIn(service, 'wrong'),
    ];
    const unsolved = await logIn(service, 'correct horse');
    const solved = await solve(service);
    const forged = { ...solved, challenge: { ...solved.challenge, signature: 'f'.repeat(64) } };
    const withForged = await logIn(service, 'correct horse', forged);
    const withSolved = await logIn(service, 'correct horse', solved);
    const again = await logIn(service, 'correct horse', solved);
    const guess = await logIn(service, 'wrong', await solve(service));
    const elsewhere = await logIn(service, 'correct horse', undefined, '198.51.100.7');
    const points = await service.scrape('auth_logins_total', 'auth_source_failures_total');

    expect(free).toEqual([401, 401, 401]);
    expect([unsolved, withForged, withSolved, again, guess, elsewhere]).toEqual([
      403, 403, 200, 403, 401, 200,
    ]);
    expect(points).toEqual([
      'auth_logins_total{outcome="success",method="password"} 2',
      'auth_logins_total{outcome="failure",reason="invalid_credentials",error_type="invalid_credentials",method="password"} 4',
      'auth_logins_total{outcome="failure",reason="account_restricted",error_type="challenge_required",method="password"} 3',
      'auth_source_failures_total{ip_address="203.0.113.0"} 7',
    ]);
  });

  it('is not fooled by what is no challenge', async () => {
    const service = await startRecipe('captcha-after-failures.mjs', SECRETS);
    for (let failure = 0; failure < 3; failure += 1) await logIn(service, 'wrong');

    const statuses: number[] = [];
    for (const challenge of [
      'solved',
      true,
      {},
      { challenge: {}, solution: {} },
      { challenge: null },
    ]) {
      statuses.push(await logIn(service, 'correct horse', challenge as unknown as Solved));
    }

    expect(statuses).toEqual([403, 403, 403, 403, 403]);
  });
});
