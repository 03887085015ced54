import type { AuthObservation } from '../../src/model/auth-observation';
import { createMeasuredMeter, exportedLines, linesOf } from './measured-meter';

const KEY = 'a secret of at least sixteen bytes';
/** HMAC-SHA-256 of `alice` under the key, first 16 digits. */
const ALICE = 'bc9aad372c144188';

function failure(facts: { sourceAddress?: string; accountId?: string } = {}): AuthObservation {
  return { kind: 'attempt', outcome: 'failure', errorType: 'invalid_credentials', ...facts };
}

function hit(facts: { sourceAddress?: string; accountId?: string } = {}): AuthObservation {
  return { kind: 'rate_limit', result: 'limited', limiter: 'login', ...facts };
}

/** Source number n, in a network of its own. */
function source(number: number): string {
  return `10.${String(number >> 8)}.${String(number & 0xff)}.1`;
}

async function ledgerLines(
  observations: readonly AuthObservation[],
  options: Parameters<typeof linesOf>[1] = {},
): Promise<readonly string[]> {
  const lines = await linesOf(observations, { limiters: ['login'], ...options });
  return lines.filter((line) =>
    /^auth\.(source|account|rate_limit\.hits|instrumentation)/.test(line),
  );
}

describe('the failures of sources', () => {
  it('are counted by masked address', async () => {
    const told = ['203.0.113.9', '203.0.113.77', '2001:db8:1:2::3', '::ffff:198.51.100.7'];

    expect(await ledgerLines(told.map((sourceAddress) => failure({ sourceAddress })))).toEqual([
      'auth.source.failures{ip_address=198.51.100.0} 1',
      'auth.source.failures{ip_address=2001:db8:1::} 1',
      'auth.source.failures{ip_address=203.0.113.0} 2',
    ]);
  });

  it('are counted under unknown for what is no address, or none', async () => {
    const told = ['not an address', '', undefined, '<script>'].map((sourceAddress) =>
      failure(sourceAddress === undefined ? {} : { sourceAddress }),
    );

    expect(await ledgerLines(told)).toEqual(['auth.source.failures{ip_address=unknown} 4']);
  });

  it('fold into other while they have earned no place, and the folding is counted', async () => {
    const told = [1, 2, 3].map((number) => failure({ sourceAddress: source(number) }));

    expect(await ledgerLines(told, { maxSources: 4 })).toEqual([
      'auth.instrumentation.folded{metric=auth.source.failures} 1',
      'auth.source.failures{ip_address=10.0.1.0} 1',
      'auth.source.failures{ip_address=10.0.2.0} 1',
      'auth.source.failures{ip_address=other} 1',
    ]);
  });

  it('keep an exact total over 5,000 sources in at most 102 series', async () => {
    const told = Array.from({ length: 5000 }, (_, number) =>
      failure({ sourceAddress: source(number) }),
    );

    const counts = (await ledgerLines(told))
      .filter((line) => line.startsWith('auth.source.failures'))
      .map((line) => Number(line.split(' ')[1]));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5000);
    expect(counts.length).toBeGreaterThan(25);
    expect(counts.length).toBeLessThanOrEqual(102);
  });

  it('are born at zero: a new source exports 0 first, and its count at the next collection', async () => {
    const { meter, harness } = createMeasuredMeter();
    for (let count = 0; count < 7; count += 1) meter.record(failure({ sourceAddress: source(1) }));

    const exported = [];
    for (let collection = 0; collection < 2; collection += 1) {
      exported.push(await harness.points('auth.source.failures', { withZeros: true }));
    }
    const attributes = { ip_address: '10.0.1.0' };
    expect(exported).toEqual([[{ attributes, value: 0 }], [{ attributes, value: 7 }]]);
  });

  it('leave out what the service itself failed', async () => {
    const outage = { kind: 'attempt', outcome: 'failure', errorType: 'dependency_error' } as const;

    expect(await ledgerLines([{ ...outage, sourceAddress: source(1) }])).toEqual([]);
  });
});

describe('the failures of accounts', () => {
  it('are counted by a keyed hash', async () => {
    expect(await ledgerLines([failure({ accountId: 'alice' })], { userIdKey: KEY })).toEqual([
      `auth.account.failures{user_id=${ALICE}} 1`,
      'auth.source.failures{ip_address=unknown} 1',
    ]);
  });

  it('are one series without user_id when there is no key', async () => {
    const told = ['alice', 'bob'].map((accountId) => failure({ accountId }));

    expect(await ledgerLines(told)).toEqual([
      'auth.account.failures{} 2',
      'auth.source.failures{ip_address=unknown} 2',
    ]);
  });

  it('carry the id itself only where the host asked for it, cut to 128 characters', async () => {
    const told = [failure({ accountId: 'alice' }), failure({ accountId: 'x'.repeat(200) })];

    expect(await ledgerLines(told, { unsafeRawUserIds: true })).toEqual([
      'auth.account.failures{user_id=alice} 1',
      `auth.account.failures{user_id=${'x'.repeat(128)}} 1`,
      'auth.source.failures{ip_address=unknown} 2',
    ]);
  });

  it('fold into other when no place is left', async () => {
    const told = ['alice', 'bob'].map((accountId) => failure({ accountId }));

    expect(await ledgerLines(told, { userIdKey: KEY, maxAccounts: 1 })).toEqual([
      `auth.account.failures{user_id=${ALICE}} 1`,
      'auth.account.failures{user_id=other} 1',
      'auth.instrumentation.folded{metric=auth.account.failures} 1',
      'auth.source.failures{ip_address=unknown} 2',
    ]);
  });
});

describe('the hits of a rate limiter', () => {
  it('are counted by limiter, source and account', async () => {
    const told = [hit({ sourceAddress: source(1), accountId: 'alice' }), hit()];

    expect(await ledgerLines(told, { userIdKey: KEY })).toEqual([
      `auth.rate_limit.hits{ip_address=10.0.1.0,limiter=login,user_id=${ALICE}} 1`,
      'auth.rate_limit.hits{ip_address=unknown,limiter=login} 1',
    ]);
  });

  it('have no more pairs of source and account than there may be accounts', async () => {
    const told = [1, 2, 3].map((number) =>
      hit({ sourceAddress: source(number), accountId: 'alice' }),
    );

    expect(await ledgerLines([...told, ...told], { userIdKey: KEY, maxAccounts: 2 })).toEqual([
      'auth.instrumentation.folded{metric=auth.rate_limit.hits} 2',
      `auth.rate_limit.hits{ip_address=10.0.1.0,limiter=login,user_id=${ALICE}} 2`,
      `auth.rate_limit.hits{ip_address=10.0.2.0,limiter=login,user_id=${ALICE}} 2`,
      'auth.rate_limit.hits{ip_address=10.0.3.0,limiter=login,user_id=other} 2',
    ]);
  });

  it('stay within the worst case of 304 series under a flood of sources and accounts', async () => {
    const { meter, harness } = createMeasuredMeter({ limiters: ['login'], userIdKey: KEY });
    for (let round = 0; round < 20; round += 1) {
      for (let number = 0; number < 200; number += 1) {
        const accountId = `user ${String((number * 7 + round) % 150)}`;
        meter.record(hit({ sourceAddress: source(number), accountId }));
      }
    }
    await harness.collect();
    const points = await harness.points('auth.rate_limit.hits');

    expect(points.reduce((sum, { value }) => sum + value, 0)).toBe(4000);
    expect(points.length).toBeGreaterThan(100);
    expect(points.length).toBeLessThanOrEqual(304);
  });
});

describe('what leaves the process', () => {
  it('holds no raw address, account id, session id, token, route or error message', async () => {
    const { meter, harness } = createMeasuredMeter({ limiters: ['login'], userIdKey: KEY });
    const secrets = {
      sourceAddress: '203.0.113.99',
      accountId: 'alice@example.org',
      sessionId: 'session-4711',
      route: '/private/:id',
    };
    const error = new Error('bad token eyJhbGciOiJIUzI1NiJ9.e30.x');
    for (const told of [failure(), hit(), { kind: 'token_refresh', outcome: 'failure' } as const]) {
      meter.record({ ...told, ...secrets, error } as AuthObservation);
    }
    await harness.collect();
    const exported = exportedLines(await harness.collect()).join('\n');

    expect(exported).toContain('203.0.113.0');
    expect(exported).not.toMatch(/203\.0\.113\.99|alice|4711|private|eyJ|bad token/);
  });
});

describe('the hits of many limiters', () => {
  it('stay below the 2,000 attribute sets at which the SDK folds, and lose none', async () => {
    const limiters = Array.from({ length: 50 }, (_, number) => `limiter-${String(number)}`);
    const hits = limiters.flatMap((limiter) =>
      Array.from({ length: 100 }, (_, number) => ({
        kind: 'rate_limit' as const,
        result: 'limited' as const,
        limiter,
        sourceAddress: source(number % 25),
        accountId: `account ${String(number % 20)}`,
      })),
    );

    const lines = await linesOf(hits, { limiters, userIdKey: KEY });

    const values = lines
      .filter((line) => line.startsWith('auth.rate_limit.hits{'))
      .map((line) => Number(line.slice(line.lastIndexOf(' ') + 1)));
    expect(values.length).toBeGreaterThan(1000);
    expect(values.length).toBeLessThanOrEqual(1900);
    expect(values.reduce((sum, value) => sum + value, 0)).toBe(5000);
  });
});
