import { AUTH_ERROR_TYPES } from '@authmeter/core/conventions';
import { ERROR_CODES } from '../src/error-codes';
import { meaningOfCode } from '../src/meaning-of-code';
import { REDIRECT_CODES } from '../src/redirect-codes';

const wordsOf = (lists: readonly string[]): string[] =>
  lists.flatMap((list) => list.trim().split(/\s+/)).sort();

/** Every code that the installed Better Auth and its two separate plugins can name. */
async function exportedCodes(): Promise<string[]> {
  const { BASE_ERROR_CODES } = await import('better-auth');
  const plugins = await import('better-auth/plugins');
  const { passkey } = await import('@better-auth/passkey');
  const { apiKey } = await import('@better-auth/api-key');
  const nothing = () => Promise.resolve();
  const made: readonly { readonly $ERROR_CODES: object }[] = [
    plugins.admin(),
    plugins.anonymous(),
    plugins.captcha({ provider: 'cloudflare-turnstile', secretKey: 'a key' }),
    plugins.deviceAuthorization(),
    plugins.emailOTP({ sendVerificationOTP: nothing }),
    plugins.genericOAuth({ config: [] }),
    plugins.haveIBeenPwned(),
    plugins.multiSession(),
    plugins.oauthPopup(),
    plugins.organization(),
    plugins.phoneNumber(),
    plugins.twoFactor(),
    plugins.username(),
    passkey(),
    apiKey(),
  ];
  const tables = [BASE_ERROR_CODES, ...made.map(({ $ERROR_CODES }) => $ERROR_CODES)];
  return [...new Set(tables.flatMap((table) => Object.keys(table)))].sort();
}

describe('the table of error codes', () => {
  it('holds exactly the codes that Better Auth exports, each once', async () => {
    const codes = await exportedCodes();

    expect(codes.length).toBeGreaterThan(200);
    expect(wordsOf(Object.values(ERROR_CODES))).toEqual(codes);
  });

  it('maps to error types only', () => {
    const types = [...Object.keys(ERROR_CODES), ...Object.keys(REDIRECT_CODES)];

    expect(types.filter((type) => !(AUTH_ERROR_TYPES as string[]).includes(type))).toEqual([
      'beside',
    ]);
  });

  it.each([
    ['INVALID_EMAIL_OR_PASSWORD', 'invalid_credentials'],
    ['BANNED_USER', 'user_disabled'],
    ['EMAIL_NOT_VERIFIED', 'challenge_required'],
    ['INVALID_ORIGIN', 'csrf_failed'],
    ['state_mismatch', 'csrf_failed'],
    ['access_denied', 'access_denied'],
    ['ORGANIZATION_ALREADY_EXISTS', 'beside'],
    ['NEVER_HEARD_OF', undefined],
    [undefined, undefined],
  ])('reads %s as %s', (code, meaning) => {
    expect(meaningOfCode(code)).toBe(meaning);
  });
});
