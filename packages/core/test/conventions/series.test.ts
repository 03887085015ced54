import fc from 'fast-check';
import {
  ALLOW_LISTS,
  ATTEMPTS,
  AUTHORIZATIONS,
  attributeValues,
  ERRORS,
  freeAttributes,
  isAbsentOnSuccess,
  METHOD,
  METRIC_CATALOGUE,
  OPERATION_DURATION,
  OUTCOME,
  PROVIDER,
  RATE_LIMIT_HITS,
  TOKEN_REFRESHES,
  worstCaseSeries,
  type MetricDefinition,
} from '../../src/conventions';
import { LabelSpace } from '../../src/instruments/label-space';

/** Most attribute sets of each metric with nothing declared and ledgers of 100. */
const WORST_CASES: Readonly<Record<string, number>> = {
  'auth.attempts': 360,
  'auth.logins': 360,
  'auth.logouts': 7,
  'auth.registrations': 165,
  'auth.operation.duration.seconds': 26,
  'auth.token.validations': 168,
  'auth.token.validation.duration.seconds': 2,
  'auth.token.age.seconds': 15,
  'auth.token.remaining_lifetime.seconds': 15,
  'auth.token.issuances': 49,
  'auth.token.refreshes': 11,
  'auth.token.revocations': 49,
  'auth.sessions.active': 15,
  'auth.session.duration.seconds': 7,
  'auth.oauth.steps': 12,
  'auth.mfa.challenges': 42,
  'auth.password_reset.events': 5,
  'auth.password.hash.duration.seconds': 10,
  'auth.guest.events': 5,
  'auth.authorizations': 2,
  'auth.rate_limit.requests': 4,
  'auth.rate_limit.hits': 304,
  'auth.rate_limit.usage.ratio': 1,
  'auth.lockouts': 15,
  'auth.source.failures': 102,
  'auth.account.failures': 102,
  'auth.source.countries': 500,
  'auth.users.active': 1,
  'auth.security.events': 30,
  'auth.errors': 299,
  'auth.credential.rotations': 10,
  'auth.credential.age.seconds': 15,
  'auth.key.lookups': 5,
  'auth.dependency.up': 1,
  'auth.dependency.check.duration.seconds': 2,
  'auth.instrumentation.folded': 3,
  'auth.instrumentation.failures': 8,
  'auth.instrumentation.dropped_events': 8,
};

const CLOSED = METRIC_CATALOGUE.filter((definition: MetricDefinition) =>
  definition.attributes.every(({ ledger }) => ledger === undefined),
);

describe('worstCaseSeries', () => {
  it('is stated for every metric, and below the 2,000 at which an SDK begins to fold', () => {
    const counted = METRIC_CATALOGUE.map((definition) => [
      definition.name,
      worstCaseSeries(definition, { ledgerSeries: 100 }),
    ]);

    expect(Object.fromEntries(counted)).toEqual(WORST_CASES);
    expect(Math.max(...Object.values(WORST_CASES))).toBe(500);
  });

  it('adds up to 2,735 attribute sets for the whole family', () => {
    const sum = METRIC_CATALOGUE.reduce(
      (total, definition) => total + worstCaseSeries(definition, { ledgerSeries: 100 }),
      0,
    );

    expect(sum).toBe(2735);
  });

  it('grows by 24 for each declared method of the attempts', () => {
    const limits = { declared: { methods: 3 }, ledgerSeries: 100 };

    expect(worstCaseSeries(ATTEMPTS, limits)).toBe(360 + 3 * 24);
  });

  it('adds the pairs of two ledgers instead of multiplying them', () => {
    // Per limiter: 100 earned addresses, `other` and `unknown`, each with no account or `other`; and 100 pairs.
    expect(worstCaseSeries(RATE_LIMIT_HITS, { ledgerSeries: 100 })).toBe(102 * 2 + 100);
    expect(worstCaseSeries(RATE_LIMIT_HITS, { declared: { limiters: 2 }, ledgerSeries: 10 })).toBe(
      3 * 12 * 2 + 10,
    );
  });
});

describe('freeAttributes', () => {
  it.each([
    [ATTEMPTS, ['error.type', 'method']],
    [TOKEN_REFRESHES, ['reason']],
    [ERRORS, ['error.type', 'operation']],
    [AUTHORIZATIONS, ['outcome', 'policy']],
    [OPERATION_DURATION, ['operation', 'outcome']],
  ])('of $name are those that nothing else decides', (definition, keys) => {
    expect(freeAttributes(definition).map(({ key }) => key)).toEqual(keys);
  });
});

describe('isAbsentOnSuccess', () => {
  it.each([
    [ATTEMPTS, 'error.type', true],
    [ATTEMPTS, 'reason', true],
    [ATTEMPTS, 'outcome', false],
    [ATTEMPTS, 'method', false],
    // Counts failures only: there is no success on which it could be absent.
    [ERRORS, 'error.type', false],
  ] as const)('of $name %s is %s', (definition, key, expected) => {
    expect(isAbsentOnSuccess(definition, key)).toBe(expected);
  });
});

describe('attributeValues', () => {
  it('is the closed list where nothing folds', () => {
    expect(attributeValues(OUTCOME)).toEqual(['success', 'failure']);
  });

  it('adds what the options declare, once, and then _OTHER', () => {
    expect(attributeValues(PROVIDER, { providers: ['google', 'github', 'google'] })).toEqual([
      'google',
      'github',
      '_OTHER',
    ]);
    expect(attributeValues(METHOD, { methods: ['jwt', 'webid'] }).slice(-3)).toEqual([
      'guest',
      'webid',
      '_OTHER',
    ]);
  });

  it('is _OTHER alone where nothing is declared', () => {
    expect(attributeValues(PROVIDER)).toEqual(['_OTHER']);
  });
});

describe('LabelSpace', () => {
  it('is never larger than the worst case, whatever is declared', () => {
    const name = fc.stringMatching(/^[a-z]{1,3}$/);
    const declarations = fc.record(
      Object.fromEntries(ALLOW_LISTS.map((list) => [list, fc.array(name, { maxLength: 6 })])),
    );

    fc.assert(
      fc.property(fc.constantFrom(...CLOSED), declarations, (definition, declared) => {
        const declaredCounts = Object.fromEntries(
          Object.entries(declared).map(([list, values]) => [list, values.length]),
        );
        const limit = worstCaseSeries(definition, { declared: declaredCounts, ledgerSeries: 1 });

        expect(new LabelSpace(definition, declared).size).toBeLessThanOrEqual(limit);
      }),
    );
  });

  it.each(CLOSED)(
    'of $name is exactly the stated worst case with nothing declared',
    (definition) => {
      expect(new LabelSpace(definition).size).toBe(WORST_CASES[definition.name]);
    },
  );
});
