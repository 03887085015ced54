import {
  ATTEMPTS,
  ERRORS,
  OAUTH_STEPS_TAKEN,
  RATE_LIMIT_REQUESTS,
  REGISTRATIONS,
  TOKEN_REFRESHES,
  USERS_ACTIVE,
} from '../../src/conventions';
import { NO_CELL } from '../../src/instruments/label-axis';
import { LabelSpace } from '../../src/instruments/label-space';

function attributesOf(space: LabelSpace, ...values: (string | undefined)[]): unknown {
  return space.attributesOf(space.cellOf(...values));
}

describe('LabelSpace', () => {
  it('derives outcome and reason from the error type', () => {
    const space = new LabelSpace(ATTEMPTS);

    expect(attributesOf(space, 'invalid_signature', 'jwt')).toEqual({
      outcome: 'failure',
      reason: 'invalid_credentials',
      'error.type': 'invalid_signature',
      method: 'jwt',
    });
  });

  it('gives a success neither reason nor error type', () => {
    const space = new LabelSpace(ATTEMPTS);

    expect(attributesOf(space, undefined, 'jwt')).toEqual({ outcome: 'success', method: 'jwt' });
  });

  it('derives the outcome from the reason where there is no error type', () => {
    expect(attributesOf(new LabelSpace(TOKEN_REFRESHES), 'expired_token')).toEqual({
      outcome: 'failure',
      reason: 'expired_token',
    });
    expect(attributesOf(new LabelSpace(REGISTRATIONS), undefined, 'oauth')).toEqual({
      outcome: 'success',
      method: 'oauth',
    });
  });

  it('records a foreign or absent value as _OTHER where the attribute folds', () => {
    const space = new LabelSpace(OAUTH_STEPS_TAKEN, { providers: ['google'] });

    const providers = ['google', 'evil', undefined].map((provider) =>
      attributesOf(space, 'start', 'success', provider),
    );
    expect(providers).toEqual([
      { step: 'start', outcome: 'success', provider: 'google' },
      { step: 'start', outcome: 'success', provider: '_OTHER' },
      { step: 'start', outcome: 'success', provider: '_OTHER' },
    ]);
  });

  it.each([
    ['the first', ['teleport', 'success', 'google']],
    ['the second', ['start', 'maybe', 'google']],
    ['an absent', [undefined, 'success', 'google']],
    ['a prototype', ['constructor', 'success', 'google']],
  ])('has no cell for %s value that is not listed', (_which, values) => {
    expect(new LabelSpace(OAUTH_STEPS_TAKEN).cellOf(...values)).toBe(NO_CELL);
  });

  it('gives every attribute set one cell and every cell one attribute set', () => {
    const space = new LabelSpace(OAUTH_STEPS_TAKEN, { providers: ['google'] });
    const sets = allSets(space);
    const distinct = new Set(sets.map((set) => JSON.stringify(set)));

    expect([space.size, sets.length, distinct.size]).toEqual([24, 24, 24]);
    sets.forEach((set, cell) => {
      const { step, outcome, provider } = set as Record<string, string>;
      expect(space.cellOf(step, outcome, provider)).toBe(cell);
    });
  });

  it('freezes the attribute sets, because the SDK keeps them by reference', () => {
    const space = new LabelSpace(ATTEMPTS);
    const frozen = [...space.zeroSets(), ...allSets(space)].map((set) => Object.isFrozen(set));

    expect(new Set(frozen)).toEqual(new Set([true]));
  });

  it('gives the same object for a cell each time, also as one that starts at zero', () => {
    const space = new LabelSpace(ATTEMPTS);
    const sets = new Set([...space.zeroSets(), ...allSets(space), ...allSets(space)]);

    expect(sets.size).toBe(space.size);
  });

  it('has no attribute set for a number that no cell has', () => {
    const space = new LabelSpace(USERS_ACTIVE);

    expect([NO_CELL, 1, Number.NaN].map((cell) => space.attributesOf(cell))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is a single empty set for a metric without attributes', () => {
    const space = new LabelSpace(USERS_ACTIVE);

    expect([space.size, space.cellOf(), allSets(space)]).toEqual([1, 0, [{}]]);
  });
});

describe('the cells that start at zero', () => {
  it('are all outcomes of the usual methods where none is declared', () => {
    const methods = zeroValues(new LabelSpace(ATTEMPTS), 'method');

    expect(methods).toEqual({ jwt: 24, api_key: 24, oauth: 24, password: 24 });
  });

  it('are those of the declared methods where some are', () => {
    const methods = zeroValues(new LabelSpace(ATTEMPTS, { methods: ['ldap', 'webid'] }), 'method');

    expect(methods).toEqual({ ldap: 24, webid: 24 });
  });

  it('are the error types that an alert selects on', () => {
    expect(zeroValues(new LabelSpace(ERRORS), 'error.type')).toEqual({
      token_not_yet_valid: 3,
      unknown_key: 3,
      invalid_signature: 3,
      dependency_error: 3,
      configuration_error: 3,
      internal_error: 3,
    });
  });

  it('are those of the declared limiters, or of _OTHER where none is', () => {
    expect(zeroValues(new LabelSpace(RATE_LIMIT_REQUESTS), 'limiter')).toEqual({ _OTHER: 4 });
    expect(
      zeroValues(new LabelSpace(RATE_LIMIT_REQUESTS, { limiters: ['login'] }), 'limiter'),
    ).toEqual({ login: 4 });
  });

  it('are none where the definition names none', () => {
    expect(new LabelSpace(OAUTH_STEPS_TAKEN).zeroSets()).toEqual([]);
  });
});

/** The attribute sets of all cells, by cell. */
function allSets(space: LabelSpace): unknown[] {
  return Array.from({ length: space.size }, (_, cell) => space.attributesOf(cell));
}

/** How many series start at zero for each value of one attribute. */
function zeroValues(space: LabelSpace, key: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const set of space.zeroSets()) {
    const value = String(set[key]);
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}
