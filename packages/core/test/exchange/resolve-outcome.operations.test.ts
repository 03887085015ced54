import { categoryOf } from '../../src/classify/auth-error-category';
import type { AuthErrorType, AuthOperation } from '../../src/conventions';
import type { ExchangeEnding } from '../../src/exchange/exchange-facts';
import { resolveOutcome, type CollectedVerdicts } from '../../src/exchange/resolve-outcome';
import { resolveOptions } from '../../src/options/auth-meter-options';
import { AuthRecorder } from '../../src/recorder/auth-recorder';

interface Left extends Partial<Pick<CollectedVerdicts, 'verdict'>> {
  readonly operation?: AuthOperation;
  readonly refusal?: AuthErrorType;
  readonly innerFailure?: AuthErrorType;
}

const recorder = new AuthRecorder(resolveOptions({ enabled: false }));

function outcomeOf(
  { operation = 'login', verdict, refusal, innerFailure }: Left,
  ending: ExchangeEnding,
): string {
  const outcome = resolveOutcome(
    {
      declared: { operation },
      verdict,
      check: undefined,
      layersWithTheWord: 0,
      isGuest: false,
      refusal: refusal && categoryOf(refusal),
      innerFailure: innerFailure && categoryOf(innerFailure),
      recorder,
    },
    ending,
  );
  return typeof outcome === 'string' ? outcome : outcome.errorType;
}

describe('resolveOutcome of a declared operation', () => {
  it.each<readonly [number, string, string]>([
    [200, 'success', 'success'],
    [302, 'success', 'success'],
    [400, 'invalid_credentials', 'invalid_format'],
    [401, 'invalid_credentials', 'unknown'],
    [403, 'invalid_credentials', 'access_denied'],
    [404, 'invalid_credentials', 'unknown'],
    [409, 'invalid_credentials', 'unknown'],
    [422, 'invalid_credentials', 'invalid_format'],
    [423, 'account_locked', 'account_locked'],
    [429, 'rate_limited', 'rate_limited'],
    [500, 'internal_error', 'internal_error'],
    [503, 'dependency_error', 'dependency_error'],
  ])('reads %d as %s of a login and as %s of a registration', (status, login, registration) => {
    expect(outcomeOf({ operation: 'login' }, { status })).toBe(login);
    expect(outcomeOf({ operation: 'register' }, { status })).toBe(registration);
  });

  it.each([200, 302, 401, 403, 422, 429, 500])(
    'believes the host that says success at %d',
    (status) => {
      expect(outcomeOf({}, { status, judgement: 'success' })).toBe('success');
      expect(outcomeOf({}, { status, judgement: { outcome: 'success' } })).toBe('success');
    },
  );

  it.each([
    ['of a known type', { outcome: 'failure', errorType: 'account_locked' }, 'account_locked'],
    ['with its error', { outcome: 'failure', error: { code: 'ERR_JWT_EXPIRED' } }, 'expired_token'],
    ['that it does not explain', 'failure', 'invalid_credentials'],
    ['that it does not explain either', { outcome: 'failure' }, 'invalid_credentials'],
  ] as const)(
    'believes the host that redirects after a failure %s',
    (_case, judgement, expected) => {
      expect(outcomeOf({}, { status: 302, judgement })).toBe(expected);
    },
  );

  it.each([
    ['the inside', { innerFailure: 'user_not_found' }, { status: 302 }, 'user_not_found'],
    ['a refusal', { verdict: 'refused', refusal: 'csrf_failed' }, { status: 302 }, 'csrf_failed'],
    ['the status', {}, { status: 423 }, 'account_locked'],
  ] as const)(
    'explains a failure that the host does not by %s',
    (_case, left, ending, expected) => {
      expect(outcomeOf(left, { ...ending, judgement: 'failure' })).toBe(expected);
    },
  );

  it.each([
    [423, 'account_locked'],
    [429, 'rate_limited'],
  ])('does not explain %d by a stale token that came along', (status, expected) => {
    expect(outcomeOf({ innerFailure: 'expired_token' }, { status })).toBe(expected);
  });

  it('believes a refusal that the status does not show', () => {
    const left: Left = { verdict: 'refused', refusal: 'rate_limited' };

    expect(outcomeOf(left, { status: 200 })).toBe('rate_limited');
  });

  it('fails by its status although somebody was accepted on the way', () => {
    expect(outcomeOf({ verdict: 'accepted' }, { status: 422 })).toBe('invalid_credentials');
  });

  it('adds no failure for a stale token that came along', () => {
    const left: Left = { innerFailure: 'expired_token' };

    expect(outcomeOf(left, { status: 200 })).toBe('success');
    expect(outcomeOf(left, { status: 401 })).toBe('expired_token');
  });

  it('never blames the client for what could not be reached', () => {
    const left: Left = {
      verdict: 'refused',
      refusal: 'invalid_credentials',
      innerFailure: 'dependency_error',
    };

    expect(outcomeOf(left, { status: 401 })).toBe('dependency_error');
  });

  it('is nothing when the client left and nobody had spoken', () => {
    expect(outcomeOf({}, { status: 200, isComplete: false })).toBe('nothing');
    expect(outcomeOf({ verdict: 'accepted' }, { status: 200, isComplete: false })).toBe('success');
    expect(outcomeOf({}, { status: 401, isComplete: false })).toBe('invalid_credentials');
  });
});
