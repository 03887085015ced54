import { type RecipeService, startRecipe } from './recipe-service';

interface Grant {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly expires_in: number;
}

interface ClientModule {
  createApiClient(origin: string, first: Grant): (path: string) => Promise<Response>;
}

async function grantOf(response: Response): Promise<Grant> {
  return (await response.json()) as Grant;
}

async function logIn(service: RecipeService): Promise<Grant> {
  return grantOf(await service.post('/login', { name: 'ada', password: 'correct horse' }));
}

function refresh(service: RecipeService, token: string): Promise<Response> {
  return service.post('/refresh', { refresh_token: token });
}

const SHOWN = [
  'auth_token_refreshes_total',
  'auth_token_issuances_total',
  'auth_token_revocations_total',
  'auth_security_events_total',
  'auth_attempts_total',
];

describe('a refresh endpoint', () => {
  it('exchanges each token once, and ends the family of one that comes twice', async () => {
    const service = await startRecipe('refresh-endpoint.mjs', { REFRESH_RACE_SECONDS: '0' });

    const first = await logIn(service);
    const second = await grantOf(await refresh(service, first.refresh_token));
    const used = await service.get('/me', second.access_token);
    const replayed = await refresh(service, first.refresh_token);
    const victim = await refresh(service, second.refresh_token);
    const guessed = await refresh(service, 'a guess');
    const points = await service.scrape(...SHOWN);

    expect(second.expires_in).toBe(3600);
    expect([used, replayed, victim, guessed].map(({ status }) => status)).toEqual([
      200, 401, 401, 401,
    ]);
    expect(points).toEqual([
      'auth_attempts_total{outcome="success",method="jwt"} 1',
      'auth_attempts_total{outcome="success",method="password"} 1',
      'auth_token_issuances_total{token_type="access",grant_type="refresh_token"} 1',
      'auth_token_issuances_total{token_type="refresh",grant_type="refresh_token"} 1',
      'auth_token_issuances_total{token_type="access",grant_type="password"} 1',
      'auth_token_issuances_total{token_type="refresh",grant_type="password"} 1',
      'auth_token_refreshes_total{outcome="success"} 1',
      'auth_token_refreshes_total{outcome="failure",reason="invalid_credentials"} 3',
      'auth_token_revocations_total{token_type="refresh",cause="reuse"} 1',
      'auth_security_events_total{event="token_reuse",severity="critical"} 1',
    ]);
  });

  it('lets a used token come again for some seconds, as a second tab does', async () => {
    const service = await startRecipe('refresh-endpoint.mjs', { REFRESH_RACE_SECONDS: '10' });

    const first = await logIn(service);
    const tabs = await Promise.all([1, 2].map(() => refresh(service, first.refresh_token)));
    const grants = await Promise.all(tabs.map(grantOf));
    const later = await Promise.all(grants.map((grant) => refresh(service, grant.refresh_token)));
    const points = await service.scrape('auth_token_refreshes_total', 'auth_security_events_total');

    expect([...tabs, ...later].map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(points).toEqual(['auth_token_refreshes_total{outcome="success"} 4']);
  });
});

describe('a client of it', () => {
  it('renews a token that is due once for all calls that wait', async () => {
    const service = await startRecipe('refresh-endpoint.mjs', { REFRESH_RACE_SECONDS: '0' });
    const file = '../../examples/refresh-client.mjs';
    const { createApiClient } = (await import(file)) as ClientModule;

    const first = await logIn(service);
    const call = createApiClient(service.url, { ...first, expires_in: 0 });
    const answers = await Promise.all(Array.from({ length: 10 }, () => call('/me')));
    const points = await service.scrape('auth_token_refreshes_total', 'auth_attempts_total');

    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    expect(points).toEqual([
      'auth_attempts_total{outcome="success",method="jwt"} 10',
      'auth_attempts_total{outcome="success",method="password"} 1',
      'auth_token_refreshes_total{outcome="success"} 1',
    ]);
  });
});
