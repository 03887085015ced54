import { categorizeAuthError } from '../../src/classify/categorize-auth-error';
import type { AuthErrorRule, AuthErrorView } from '../../src/classify/error-rule';

const refused = Object.assign(new Error('nope'), { code: 'ECONNREFUSED' });

describe('rules of the host', () => {
  it('outrank everything built in, server-side evidence too', () => {
    const rule: AuthErrorRule = ({ code }) =>
      code === 'ECONNREFUSED' ? 'user_disabled' : undefined;

    expect(categorizeAuthError(refused, {}, [rule]).errorType).toBe('user_disabled');
    expect(categorizeAuthError(new Error('x', { cause: refused }), {}, [rule]).errorType).toBe(
      'user_disabled',
    );
    expect(categorizeAuthError(undefined, { info: [refused] }, [rule]).errorType).toBe(
      'user_disabled',
    );
  });

  it('leave to the built-in rules what they do not answer', () => {
    expect(categorizeAuthError(refused, {}, [() => undefined]).errorType).toBe('dependency_error');
  });

  it('see a safe copy of an error, without what is absent', () => {
    const seen: AuthErrorView[] = [];
    class Denial extends Error {}
    const error = Object.assign(new Denial('m'.repeat(600)), {
      code: 7,
      name: 'Denied',
      statusCode: 403,
      error: 'access_denied',
    });

    categorizeAuthError(error, {}, [(view) => void seen.push(view)]);
    categorizeAuthError('text', {}, [(view) => void seen.push(view)]);
    categorizeAuthError(7, {}, [(view) => void seen.push(view)]);

    expect(seen).toEqual([
      {
        code: 7,
        name: 'Denied',
        constructorName: 'Denial',
        message: 'm'.repeat(512),
        status: 403,
        oauthError: 'access_denied',
      },
      { message: 'text' },
      {},
    ]);
    expect(seen.every((view) => Object.isFrozen(view))).toBe(true);
  });

  it('that throw or answer no type are passed over, and reported', () => {
    let failures = 0;
    const broken: AuthErrorRule = () => {
      throw new Error('broken rule');
    };
    const wrong = (() => 'no_such_type') as unknown as AuthErrorRule;

    const category = categorizeAuthError(refused, {}, [broken, wrong], () => {
      failures += 1;
    });

    expect(category.errorType).toBe('dependency_error');
    expect(failures).toBe(2);
  });

  it('may fail while their failures cannot be reported', () => {
    const broken: AuthErrorRule = () => {
      throw new Error('broken rule');
    };
    const report = (): void => {
      throw new Error('broken report');
    };

    expect(categorizeAuthError(refused, {}, [broken], report).errorType).toBe('dependency_error');
    expect(categorizeAuthError(refused, {}, [broken]).errorType).toBe('dependency_error');
  });
});
