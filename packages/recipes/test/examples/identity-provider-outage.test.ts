import { SECRETS } from '@authmeter/adapter-contract';
import { pollUntil } from '@authmeter/testkit';
import { type Provider, PROVIDER_PASSWORD, startProvider } from './start-provider';
import { type RecipeService, startRecipe } from './recipe-service';

const LOCAL_PASSWORD = 'correct horse';

let provider: Provider;

beforeEach(async () => {
  provider = await startProvider();
});

afterEach(() => {
  provider.close();
});

function start(environment: Readonly<Record<string, string>> = {}): Promise<RecipeService> {
  return startRecipe('identity-provider-outage.mjs', {
    PROVIDER_URL: provider.url,
    FALLBACK_ACCOUNTS: 'ada',
    ...environment,
  });
}

describe('an outage of the identity provider', () => {
  it('opens the breaker, lets those in who may fall back, and blames nobody', async () => {
    const service = await start();

    const well = [
      await service.logIn('bob', PROVIDER_PASSWORD),
      await service.logIn('bob', 'wrong'),
    ];
    provider.mood = 'broken';
    const outage: number[] = [];
    for (let login = 0; login < 6; login += 1) {
      outage.push(await service.logIn('bob', PROVIDER_PASSWORD));
    }
    const askedAtFirst = provider.asked;
    const fallback = [
      await service.logIn('ada', LOCAL_PASSWORD),
      await service.logIn('ada', PROVIDER_PASSWORD),
      await service.logIn('bob', 'battery staple'),
    ];
    const points = await service.scrape('auth_logins_total', 'auth_source_failures_total');
    const health = await service.get('/metrics', SECRETS.METRICS_TOKEN);

    expect(well).toEqual([200, 401]);
    expect(outage).toEqual([503, 503, 503, 503, 503, 503]);
    expect(fallback).toEqual([200, 401, 503]);
    // Two good answers and three errors: at least five calls, more than half of them in vain. Nobody is asked afterwards.
    expect([askedAtFirst, provider.asked]).toEqual([5, 5]);
    expect(points).toEqual([
      'auth_logins_total{outcome="success",method="password"} 1',
      'auth_logins_total{outcome="failure",reason="invalid_credentials",error_type="invalid_credentials",method="password"} 1',
      'auth_logins_total{outcome="success",method="oidc"} 1',
      'auth_logins_total{outcome="failure",reason="invalid_credentials",error_type="invalid_credentials",method="oidc"} 1',
      'auth_logins_total{outcome="failure",reason="dependency_error",error_type="dependency_error",method="oidc"} 7',
      // The wrong passwords only.
      'auth_source_failures_total{ip_address="127.0.0.0"} 2',
    ]);
    expect(await health.text()).toContain('auth_dependency_up{dependency="identity_provider"} 0\n');
  });

  it('does not wait for a silent provider, and finds it again when it answers', async () => {
    const service = await start({
      PROVIDER_TIMEOUT_MILLISECONDS: '100',
      BREAKER_RESET_MILLISECONDS: '300',
    });

    provider.mood = 'silent';
    const outage: number[] = [];
    for (let login = 0; login < 5; login += 1) {
      outage.push(await service.logIn('bob', PROVIDER_PASSWORD));
    }
    const checks = await service.scrape('auth_dependency_check_duration_seconds_count');
    provider.mood = 'well';
    await pollUntil(async () => (await service.logIn('bob', PROVIDER_PASSWORD)) === 200, {
      what: 'the breaker to close',
    });
    const points = await service.scrape(
      'auth_dependency_up',
      'auth_logins_total{outcome="success"',
    );

    expect(outage).toEqual([503, 503, 503, 503, 503]);
    expect(checks).toEqual([
      'auth_dependency_check_duration_seconds_count{dependency="identity_provider",outcome="failure"} 5',
    ]);
    expect(points).toEqual([
      'auth_dependency_up{dependency="identity_provider"} 1',
      'auth_logins_total{outcome="success",method="oidc"} 1',
    ]);
  });
});
