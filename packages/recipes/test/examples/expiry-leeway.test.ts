import { SECRETS } from '@authmeter/adapter-contract';
import { sign } from 'jsonwebtoken';
import { startRecipe } from './recipe-service';

const HOUR_MILLISECONDS = 3_600_000;

/** A token that expired so many seconds ago. */
function expiredSince(seconds: number): string {
  return sign({ sub: 'u-1' }, SECRETS.JWT_SECRET, { expiresIn: -seconds });
}

function leewayUntil(milliseconds: number, seconds: string): Record<string, string> {
  return {
    EXPIRY_LEEWAY_SECONDS: seconds,
    EXPIRY_LEEWAY_UNTIL: new Date(Date.now() + milliseconds).toISOString(),
  };
}

const ATTEMPTS = ['auth_attempts_total'];
/** How many accepted tokens had an age, and how many had any life left. */
const USES = ['auth_token_age_seconds_count', 'auth_token_remaining_lifetime_seconds_count'];

describe('an expiry leeway', () => {
  it('takes tokens that just expired, and shows how many live on it', async () => {
    const service = await startRecipe('expiry-leeway.mjs', leewayUntil(HOUR_MILLISECONDS, '120'));

    const answers = [
      await service.get('/me', sign({ sub: 'u-1' }, SECRETS.JWT_SECRET, { expiresIn: 60 })),
      await service.get('/me', expiredSince(60)),
      await service.get('/me', expiredSince(180)),
      await service.get('/me', sign({ sub: 'u-1' }, 'somebody else', { expiresIn: -60 })),
      await service.get('/me'),
    ];
    const attempts = await service.scrape(...ATTEMPTS);
    const uses = await service.scrape(...USES);

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 401, 401, 401]);
    expect(attempts).toEqual([
      'auth_attempts_total{outcome="success",method="jwt"} 2',
      'auth_attempts_total{outcome="failure",reason="missing_auth",error_type="missing_auth",method="jwt"} 1',
      'auth_attempts_total{outcome="failure",reason="invalid_credentials",error_type="invalid_signature",method="jwt"} 1',
      'auth_attempts_total{outcome="failure",reason="expired_token",error_type="expired_token",method="jwt"} 1',
    ]);
    expect(uses).toEqual([
      'auth_token_age_seconds_count{method="jwt"} 2',
      'auth_token_remaining_lifetime_seconds_count{method="jwt"} 1',
    ]);
  });

  it.each([
    ['its time is over', leewayUntil(-1000, '120')],
    ['nobody said until when', { EXPIRY_LEEWAY_SECONDS: '120' }],
  ])('takes none when %s', async (_case, environment) => {
    const service = await startRecipe('expiry-leeway.mjs', environment);

    const { status } = await service.get('/me', expiredSince(60));
    const attempts = await service.scrape(...ATTEMPTS);

    expect(status).toBe(401);
    expect(attempts).toEqual([
      'auth_attempts_total{outcome="failure",reason="expired_token",error_type="expired_token",method="jwt"} 1',
    ]);
  });

  it('is never longer than 5 minutes', async () => {
    const service = await startRecipe('expiry-leeway.mjs', leewayUntil(HOUR_MILLISECONDS, '9000'));

    const answers = [
      await service.get('/me', expiredSince(240)),
      await service.get('/me', expiredSince(400)),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 401]);
  });
});
