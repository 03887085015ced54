import { pollUntil } from '@authmeter/testkit';
import { type RecipeService, startRecipe } from './recipe-service';

const OLD = 'the old secret, of more than 32 bytes';
const NEW = 'the new secret, of more than 32 bytes';

async function tokenOf(issuer: RecipeService): Promise<string> {
  const response = await issuer.post('/login', { name: 'ada', password: 'correct horse' });
  return ((await response.json()) as { access_token: string }).access_token;
}

async function use(service: RecipeService, ...tokens: string[]): Promise<number[]> {
  const statuses: number[] = [];
  for (const token of tokens) {
    const response = await service.get('/me', token);
    await response.arrayBuffer();
    statuses.push(response.status);
  }
  return statuses;
}

function step(issuer: RecipeService, name: string): Promise<number> {
  return issuer.operate('POST', `/internal/signing-key/${name}`);
}

const ATTEMPTS = ['auth_attempts_total'];

describe('a key rotation', () => {
  it('costs nobody a login when it takes its steps in turn', async () => {
    const issuer = await startRecipe('key-rotation/issuer.mjs', {
      KEY_CACHE_SECONDS: '1',
      TOKEN_SECONDS: '2',
    });
    const api = await startRecipe('key-rotation/api.mjs', {
      JWKS_URL: `${issuer.url}/.well-known/jwks.json`,
      KEY_CACHE_SECONDS: '1',
    });
    const inTurn = async (name: string): Promise<void> => {
      await pollUntil(async () => (await step(issuer, name)) === 204, { what: name });
    };

    const tooEarly = [await step(issuer, 'promote')];
    await step(issuer, 'publish');
    tooEarly.push(await step(issuer, 'promote'));
    const before = await use(api, await tokenOf(issuer));
    await inTurn('promote');
    tooEarly.push(await step(issuer, 'retire'));
    const during = await use(api, await tokenOf(issuer));
    await inTurn('retire');
    const after = await use(api, await tokenOf(issuer));
    const keys = await (await issuer.get('/.well-known/jwks.json')).json();
    const counted = await api.scrape(...ATTEMPTS);
    const told = await issuer.scrape('auth_credential_rotations_total');

    expect(tooEarly).toEqual([409, 409, 409]);
    expect([...before, ...during, ...after]).toEqual([200, 200, 200]);
    expect(keys).toEqual({ keys: [expect.objectContaining({ alg: 'ES256', use: 'sig' })] });
    expect(counted).toEqual(['auth_attempts_total{outcome="success",method="jwt"} 3']);
    expect(told).toEqual([
      'auth_credential_rotations_total{credential_type="signing_key",outcome="success"} 1',
    ]);
  });

  it('accepts a token of the old key beside one of the new, and tells the age of each key', async () => {
    const issuer = await startRecipe('key-rotation/issuer.mjs', { KEY_CACHE_SECONDS: '0' });
    const api = await startRecipe('key-rotation/api.mjs', {
      JWKS_URL: `${issuer.url}/.well-known/jwks.json`,
    });

    const old = await tokenOf(issuer);
    await step(issuer, 'publish');
    // The verifier learns both keys by its first look-up.
    const before = await use(api, old);
    await step(issuer, 'promote');
    const both = await use(api, old, await tokenOf(issuer));
    const counted = await api.scrape(...ATTEMPTS, 'auth_key_lookups_total');
    const ages = await issuer.scrape('auth_credential_age_seconds');

    expect([...before, ...both]).toEqual([200, 200, 200]);
    expect(counted).toEqual([
      'auth_attempts_total{outcome="success",method="jwt"} 3',
      'auth_key_lookups_total{result="hit"} 2',
      'auth_key_lookups_total{result="refreshed"} 1',
    ]);
    expect(ages.map((line) => line.split(' ')[0])).toEqual([
      'auth_credential_age_seconds{credential_type="signing_key",state="current"}',
      'auth_credential_age_seconds{credential_type="signing_key",state="previous"}',
    ]);
  });

  it('without an overlap refuses tokens, and the metrics say unknown key', async () => {
    const issuer = await startRecipe('key-rotation/issuer.mjs');
    const api = await startRecipe('key-rotation/api.mjs', {
      JWKS_URL: `${issuer.url}/.well-known/jwks.json`,
    });

    const old = await use(api, await tokenOf(issuer));
    await step(issuer, 'withdraw');
    const fresh = await use(api, await tokenOf(issuer));
    const counted = await api.scrape(...ATTEMPTS, 'auth_errors_total', 'auth_key_lookups_total');

    expect([...old, ...fresh]).toEqual([200, 401]);
    expect(counted).toEqual([
      'auth_attempts_total{outcome="success",method="jwt"} 1',
      'auth_attempts_total{outcome="failure",reason="invalid_credentials",error_type="unknown_key",method="jwt"} 1',
      'auth_errors_total{error_type="unknown_key",operation="authenticate"} 1',
      'auth_key_lookups_total{result="refreshed"} 1',
      'auth_key_lookups_total{result="not_found"} 1',
    ]);
  });

  it('with shared secrets accepts the next and the previous one, and no other', async () => {
    const file = 'key-rotation/shared-secret.mjs';
    const [before, after, late] = await Promise.all([
      startRecipe(file, { JWT_SECRET: OLD, JWT_SECRET_NEXT: NEW }),
      startRecipe(file, { JWT_SECRET: NEW, JWT_SECRET_PREVIOUS: OLD }),
      startRecipe(file, { JWT_SECRET: NEW }),
    ]);

    const [old, fresh] = [await tokenOf(before), await tokenOf(after)];
    const statuses = [
      await use(before, old, fresh),
      await use(after, old, fresh),
      await use(late, old, fresh),
    ];
    const counted = await late.scrape(...ATTEMPTS);

    expect(statuses).toEqual([
      [200, 200],
      [200, 200],
      [401, 200],
    ]);
    expect(counted).toEqual([
      'auth_attempts_total{outcome="success",method="jwt"} 1',
      'auth_attempts_total{outcome="failure",reason="invalid_credentials",error_type="unknown_key",method="jwt"} 1',
    ]);
  });

  it('does not start with a secret that is too short, and does not print it', async () => {
    const start = startRecipe('key-rotation/shared-secret.mjs', { JWT_SECRET: 'too short' });

    await expect(start).rejects.toThrow(/the secret [0-9a-f]{12} has less than 32 bytes/);
    await expect(start).rejects.not.toThrow('too short');
  });
});
