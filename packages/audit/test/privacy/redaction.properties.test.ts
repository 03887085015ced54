import { context } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import fc from 'fast-check';
import { logLoginFailure, logLoginSuccess, logTokenIssued } from '../../src';
import { createRecordedMeter, type RecordedMeter } from './everything-that-left';
import { hostileObservations } from './hostile-observations';
import { leaksIn, secretsArbitrary, tellingError, type Secrets } from './secrets';
import { startTellingService, type TellingService } from './telling-service';

const FORM = 'application/x-www-form-urlencoded';

/** Requests that carry the secrets in every place that a request has. */
function requestsWith(secrets: Secrets): readonly (readonly [path: string, init: RequestInit])[] {
  const { password, apiKey, email, sessionId, code, resetToken, address } = secrets;
  const everywhere = {
    'x-api-key': apiKey,
    'x-forwarded-for': `${email}, ${address}`,
    'user-agent': encodeURIComponent(`${password} ${apiKey}`),
    referer: `https://example.com/?code=${code}`,
    cookie: `session=${sessionId}; csrf=${code}`,
  };
  const bearer = (token: string) => ({
    headers: { ...everywhere, authorization: `Bearer ${token}` },
  });
  const form = (typed: string) => ({
    method: 'POST',
    headers: { ...everywhere, 'content-type': FORM },
    body: new URLSearchParams({ email, password: typed, otp: code }).toString(),
    redirect: 'manual' as const,
  });
  const query = `?token=${resetToken}&email=${encodeURIComponent(email)}&error=${code}`;
  return [
    [`/me${query}`, bearer(secrets.validToken)],
    ['/me', bearer(secrets.expiredToken)],
    ['/me', bearer(secrets.forgedToken)],
    ['/me', bearer(encodeURIComponent(password))],
    [
      '/me',
      {
        headers: {
          authorization: `Basic ${Buffer.from(`${email}:${password}`).toString('base64')}`,
        },
      },
    ],
    ['/me', { headers: everywhere }],
    ['/admin', bearer(secrets.validToken)],
    ['/login', form('refuses')],
    ['/login', form('says it')],
    ['/login', form('fails')],
    ['/login', form('throws')],
    ['/login', form(password)],
    ['/thrown', form(password)],
    ['/sign-in', form(password)],
    [`/callback${query}&state=${sessionId}`, { headers: everywhere, redirect: 'manual' }],
    [`/reset/${resetToken}${query}`, form(password)],
    ['/refresh', form(password)],
    ['/logout', { ...form(password), headers: { ...everywhere, 'content-type': FORM } }],
    [`/users/${encodeURIComponent(email)}/${resetToken}`, { headers: everywhere }],
  ];
}

describe('nothing that is secret', () => {
  let recorded: RecordedMeter;
  let service: TellingService;
  beforeAll(async () => {
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    recorded = await createRecordedMeter();
    service = await startTellingService(recorded.meter, recorded.tracer);
  });
  afterAll(async () => {
    await service.stop();
    await recorded.stop();
    context.disable();
  });

  const expectNoLeak = async (secrets: Secrets, eventsAtLeast: number) => {
    const signals = await recorded.collect();
    const leaks = Object.entries(signals).flatMap(([signal, text]) =>
      leaksIn(text, secrets).map((leak) => `${signal}: ${leak}`),
    );
    const lines = (signals['lines otel'] ?? '').split('\n').length - 1;

    expect(leaks).toEqual([]);
    // A test that sends nothing finds nothing.
    expect(lines).toBeGreaterThanOrEqual(eventsAtLeast);
    expect(Object.keys(signals).sort()).toEqual([
      '/v1/logs',
      '/v1/metrics',
      'diagnostics',
      'lines ecs',
      'lines ocsf',
      'lines otel',
      'scrape',
      'spans',
    ]);
  };

  it('leaves by any signal on the way of a request: headers, bodies, queries, claims, errors, infos', async () => {
    await fc.assert(
      fc.asyncProperty(secretsArbitrary, async (secrets) => {
        service.secrets = secrets;
        const requests = requestsWith(secrets);
        for (const [path, init] of requests) {
          const response = await fetch(service.url + path, init);
          await response.arrayBuffer();
        }

        await expectNoLeak(secrets, 10);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 60_000);

  it('leaves by any signal through what the host tells itself: every kind, every field', async () => {
    await fc.assert(
      fc.asyncProperty(secretsArbitrary, async (secrets) => {
        for (const observation of hostileObservations(secrets)) recorded.meter.record(observation);

        await expectNoLeak(secrets, 50);
      }),
      { numRuns: 15, endOnFailure: true },
    );
  }, 60_000);

  it('leaves by any signal through calls: observed functions, attempts, the verbs of a login logger', async () => {
    await fc.assert(
      fc.asyncProperty(secretsArbitrary, async (secrets) => {
        const { meter } = recorded;
        const { accountId, sessionId, address: sourceAddress, password } = secrets;
        const subject = { accountId, sessionId, sourceAddress, method: password };
        const error = tellingError(secrets);
        const attempt = meter.startAttempt(subject);
        attempt.fail(error);
        for (const operation of ['login', 'register', 'token_refresh', 'mfa_verify'] as const) {
          await meter
            .observe(operation, { ...subject, factor: password }, () => Promise.reject(error))
            .catch(() => undefined);
        }
        meter.observe(
          'login',
          { ...subject, judge: () => ({ outcome: 'failure', error }) },
          () => secrets,
        );
        logLoginSuccess(subject, meter);
        logLoginFailure(subject, { error }, meter);
        logTokenIssued({ ...subject, grantType: password }, secrets.validToken, meter);

        await expectNoLeak(secrets, 8);
      }),
      { numRuns: 15, endOnFailure: true },
    );
  }, 60_000);

  it('would go unnoticed: the search finds what leaks', () => {
    fc.assert(
      fc.property(secretsArbitrary, (secrets) => {
        for (const [name, secret] of Object.entries(secrets) as [string, string][]) {
          const found = leaksIn(`before "${secret}" after`, secrets);

          expect(found.map((leak) => leak.split(':')[0])).toContain(name);
        }
        expect(leaksIn('198.51.100.0 and 198.51.100.0', secrets)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
