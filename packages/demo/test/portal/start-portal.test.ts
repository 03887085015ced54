import { BRUTE_FORCE, OUTAGE } from '../../src/portal/troubled-visits';
import { startPortal, type Portal } from '../../src/portal/start-portal';
import { scrape, sumSeries } from '../../src/truth/scrape';

let portal: Portal;

beforeAll(async () => {
  portal = await startPortal({ seed: 1 });
});

afterAll(() => portal.stop());

/** Values by series, without the labels that say who measured. */
async function scrapePortal(): Promise<ReadonlyMap<string, number>> {
  return sumSeries(await scrape(`http://${portal.target}`), [
    'otel_scope_name',
    'otel_scope_version',
  ]);
}

describe('the portal', () => {
  it('tells what the shop has not: OAuth, second factors, guests, countries', async () => {
    for (let visit = 0; visit < 300; visit += 1) portal.visit();

    const values = await scrapePortal();

    for (const series of [
      'auth_oauth_steps_total{outcome="success",provider="acme",step="code_exchange"}',
      'auth_mfa_challenges_total{factor="totp",outcome="success",stage="verified"}',
      'auth_guest_events_total{event="created"}',
      'auth_source_countries_total{country="NL",outcome="success"}',
      'auth_token_remaining_lifetime_seconds_count{method="jwt"}',
    ]) {
      expect([series, values.get(series)]).toEqual([series, expect.any(Number)]);
    }
  });

  it('counts what its broken observer throws, and goes on', async () => {
    const rejected = 'auth_guest_events_total{event="rejected"}';
    const thrown = 'auth_instrumentation_failures_total{component="observer"}';

    const values = await scrapePortal();

    expect(values.get(rejected)).toBeGreaterThan(0);
    expect(values.get(thrown)).toBe(values.get(rejected));
  });

  it('plays the visits of a scene alone', async () => {
    for (let visit = 0; visit < 20; visit += 1) portal.visit(OUTAGE);
    for (let visit = 0; visit < 20; visit += 1) portal.visit(BRUTE_FORCE);

    const values = await scrapePortal();

    expect(values.get('auth_dependency_up{dependency="identity_provider"}')).toBe(0);
    expect(
      values.get(
        'auth_logins_total{error_type="invalid_credentials",method="password",outcome="failure",reason="invalid_credentials"}',
      ),
    ).toBeGreaterThan(15);
  });

  it('has a younger key after a rotation, and none after a failed one', async () => {
    const age = 'auth_credential_age_seconds{credential_type="signing_key",state="current"}';
    const day = 86_400;

    portal.rotateKey('failure');
    const before = (await scrapePortal()).get(age);
    portal.rotateKey('success');
    const after = (await scrapePortal()).get(age);

    expect(before).toBeGreaterThanOrEqual(day);
    expect(after).toBeLessThan(day / 2);
  });

  it('measures its own process too', async () => {
    const names = new Set((await scrape(`http://${portal.target}`)).map(({ name }) => name));

    expect([...names]).toEqual(
      expect.arrayContaining(['v8js_memory_heap_used', 'process_cpu_time_total']),
    );
  });
});
