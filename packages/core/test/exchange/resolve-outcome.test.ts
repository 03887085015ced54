import { categoryOf } from '../../src/classify/auth-error-category';
import type { AuthErrorType } from '../../src/conventions';
import type { ExchangeEnding } from '../../src/exchange/exchange-facts';
import { resolveOutcome, type CollectedVerdicts } from '../../src/exchange/resolve-outcome';
import { resolveOptions } from '../../src/options/auth-meter-options';
import { AuthRecorder } from '../../src/recorder/auth-recorder';

interface Left extends Partial<Omit<CollectedVerdicts, 'refusal' | 'innerFailure' | 'recorder'>> {
  readonly refusal?: AuthErrorType;
  readonly innerFailure?: AuthErrorType;
}

const recorder = new AuthRecorder(resolveOptions({ enabled: false }));
const PRESENT = { credentialPresent: true };

function outcomeOf({ refusal, innerFailure, ...left }: Left, ending: ExchangeEnding): string {
  const outcome = resolveOutcome(
    {
      declared: undefined,
      verdict: undefined,
      check: undefined,
      layersWithTheWord: 0,
      isGuest: false,
      ...left,
      refusal: refusal && categoryOf(refusal),
      innerFailure: innerFailure && categoryOf(innerFailure),
      recorder,
    },
    ending,
  );
  return typeof outcome === 'string' ? outcome : outcome.errorType;
}

describe('resolveOutcome of a request that was served to a guest', () => {
  it.each([200, 302, 404, 500])('is nothing, whatever credential came along: %d', (status) => {
    expect(outcomeOf({ isGuest: true }, { status, ...PRESENT })).toBe('nothing');
  });

  it('is a failure when the guest was refused after all', () => {
    expect(outcomeOf({ isGuest: true }, { status: 403, ...PRESENT })).toBe(
      'insufficient_permissions',
    );
  });
});

describe('resolveOutcome of a request in which a layer spoke', () => {
  it.each([200, 302, 400, 401, 403, 404, 409, 422, 423, 429, 500, 503])(
    'is a success once accepted, whatever the handler answers: %d',
    (status) => {
      expect(outcomeOf({ verdict: 'accepted' }, { status, ...PRESENT })).toBe('success');
    },
  );

  it.each([200, 302, 400, 403, 404, 429, 500, 503])(
    'keeps the cause of a refusal, whatever status is answered: %d',
    (status) => {
      const left: Left = { verdict: 'refused', refusal: 'expired_token' };

      expect(outcomeOf(left, { status, ...PRESENT })).toBe('expired_token');
    },
  );

  it.each<readonly [string, Left, ExchangeEnding, string]>([
    ['the inside', { innerFailure: 'invalid_signature' }, { status: 401 }, 'invalid_signature'],
    ['the absent credential', {}, { status: 401, credentialPresent: false }, 'missing_auth'],
    [
      'the unreadable credential',
      {},
      { status: 401, credentialPresent: true, credentialMalformed: true },
      'invalid_format',
    ],
    ['the status', {}, { status: 423 }, 'account_locked'],
    [
      'the challenge',
      {},
      { status: 401, ...PRESENT, hints: { wwwAuthenticate: 'Bearer error="invalid_token"' } },
      'invalid_credentials',
    ],
    ['nothing', {}, { status: 401, ...PRESENT }, 'unknown'],
  ])('explains a refusal without a cause by %s', (_case, left, ending, expected) => {
    expect(outcomeOf({ verdict: 'refused', refusal: 'unknown', ...left }, ending)).toBe(expected);
  });

  it('counts a verdict even when the client did not wait for the answer', () => {
    const ending = { status: 200, isComplete: false, ...PRESENT };

    expect(outcomeOf({ verdict: 'accepted' }, ending)).toBe('success');
    expect(outcomeOf({ verdict: 'refused', refusal: 'expired_token' }, ending)).toBe(
      'expired_token',
    );
  });
});

describe('resolveOutcome of a request in which nobody spoke', () => {
  it.each<readonly [number, string]>([
    [200, 'success'],
    [302, 'success'],
    [400, 'nothing'],
    [401, 'unknown'],
    [403, 'insufficient_permissions'],
    [404, 'nothing'],
    [409, 'nothing'],
    [422, 'nothing'],
    [423, 'account_locked'],
    [429, 'rate_limited'],
    [500, 'nothing'],
    [503, 'nothing'],
  ])('goes by the status %d when a credential came', (status, expected) => {
    expect(outcomeOf({}, { status, ...PRESENT })).toBe(expected);
  });

  it.each<readonly [number, string]>([
    [200, 'nothing'],
    [302, 'nothing'],
    [401, 'missing_auth'],
    [403, 'insufficient_permissions'],
    [404, 'nothing'],
    [500, 'nothing'],
  ])('goes by the status %d when no credential came', (status, expected) => {
    expect(outcomeOf({}, { status, credentialPresent: false })).toBe(expected);
  });

  it('takes an error answer to somebody known for a success with a failing handler', () => {
    const ending = { status: 404, ...PRESENT, isIdentified: true };

    expect(outcomeOf({}, ending)).toBe('success');
  });

  it('does not count a session that is merely recognised', () => {
    const ending = { status: 200, credentialPresent: false, isIdentified: true };

    expect(outcomeOf({}, ending)).toBe('nothing');
  });

  it.each([200, 204, 302, 404, 422])(
    'takes an answer of %d after a bad token for service as a guest',
    (status) => {
      const left: Left = { innerFailure: 'expired_token' };

      expect(outcomeOf(left, { status, ...PRESENT })).toBe('nothing');
    },
  );

  it.each([401, 403, 423, 500, 503])('explains a %d by the bad token inside', (status) => {
    const left: Left = { innerFailure: 'expired_token' };

    expect(outcomeOf(left, { status, ...PRESENT })).toBe('expired_token');
  });

  it('takes a 429 for the word of a limiter, whatever failed inside', () => {
    const left: Left = { innerFailure: 'expired_token' };

    expect(outcomeOf(left, { status: 429, ...PRESENT })).toBe('rate_limited');
  });

  it('counts a good token that came where nobody looks for credentials', () => {
    const left: Left = { check: {} };

    expect(outcomeOf(left, { status: 200, credentialPresent: false })).toBe('success');
  });

  it.each([400, 404, 500, 503])(
    'leaves a credential that was checked a success, whatever the handler answers: %d',
    (status) => {
      expect(outcomeOf({ check: {} }, { status, ...PRESENT })).toBe('success');
    },
  );

  it.each([
    [401, 'unknown'],
    [403, 'insufficient_permissions'],
  ])('counts a refusal although a credential was good: %d', (status, cause) => {
    expect(outcomeOf({ check: {} }, { status, ...PRESENT })).toBe(cause);
  });

  it('is no attempt to be served where nobody vouches that requests are protected', () => {
    const ending = { status: 200, isProtected: false, ...PRESENT };

    expect(outcomeOf({}, ending)).toBe('nothing');
    expect(outcomeOf({ check: {} }, ending)).toBe('success');
  });

  it('is no attempt when the client left before anything was decided', () => {
    expect(outcomeOf({}, { status: 200, isComplete: false, ...PRESENT })).toBe('nothing');
  });

  it('counts a refusal that the client did not wait to read', () => {
    const ending = { status: 401, isComplete: false, credentialPresent: false };

    expect(outcomeOf({}, ending)).toBe('missing_auth');
  });
});

describe('resolveOutcome of an answer that an auth layer gave itself', () => {
  it.each<readonly [number, string]>([
    [200, 'nothing'],
    [302, 'nothing'],
    [400, 'invalid_format'],
    [401, 'unknown'],
    [403, 'insufficient_permissions'],
    [404, 'nothing'],
    [422, 'invalid_format'],
    [423, 'account_locked'],
    [429, 'rate_limited'],
    [500, 'internal_error'],
    [503, 'dependency_error'],
  ])('takes %d for what the layer means by it', (status, expected) => {
    expect(outcomeOf({ layersWithTheWord: 1 }, { status, ...PRESENT })).toBe(expected);
  });
});
