import {
  ATTEMPTS,
  GUESTS,
  LOGINS,
  MFA_CHALLENGES,
  REGISTRATIONS,
  SESSIONS_ACTIVE,
} from '@authmeter/core/conventions';
import type { BetterAuthPlugin } from 'better-auth' with { 'resolution-mode': 'import' };
import { ADA, closeAll, startAuth } from './start-auth';
import { createTotp } from './create-totp';

const failed = (errorType: string, reason: string, method: string) => ({
  outcome: 'failure',
  reason,
  'error.type': errorType,
  method,
});

const start = (plugin: unknown) => startAuth({ auth: { plugins: [plugin as BetterAuthPlugin] } });

describe('without a password', () => {
  afterEach(closeAll);

  it('counts a magic link that was followed as a login, and a redirect with an error as a failed one', async () => {
    const { magicLink } = await import('better-auth/plugins');
    let link = '';
    const running = await start(
      magicLink({
        sendMagicLink: ({ url }) => {
          link = url;
        },
      }),
    );
    const client = running.createClient();

    await client.send('/sign-in/magic-link', { email: ADA.email });
    const path = link.slice(link.indexOf('/magic-link'));
    const first = await client.send(path);
    const second = await running.createClient().send(path);

    expect([first.status, second.status]).toEqual([302, 302]);
    expect(second.headers.get('location')).toContain('error=');
    expect(await running.points(LOGINS)).toEqual([
      [failed('invalid_credentials', 'invalid_credentials', 'magic_link'), 1],
      [{ outcome: 'success', method: 'magic_link' }, 1],
    ]);
    expect(await running.points(REGISTRATIONS)).toEqual([
      [{ outcome: 'success', method: 'magic_link' }, 1],
    ]);
  });

  it('counts a one-time code', async () => {
    const { emailOTP } = await import('better-auth/plugins');
    let code = '';
    const running = await start(
      emailOTP({
        sendVerificationOTP: ({ otp }) => {
          code = otp;
          return Promise.resolve();
        },
      }),
    );
    const client = running.createClient();

    await client.send('/email-otp/send-verification-otp', { email: ADA.email, type: 'sign-in' });
    await client.send('/sign-in/email-otp', { email: ADA.email, otp: 'wrong' });
    await client.send('/sign-in/email-otp', { email: ADA.email, otp: code });

    expect(await running.points(LOGINS)).toEqual([
      [failed('invalid_credentials', 'invalid_credentials', 'otp'), 1],
      [{ outcome: 'success', method: 'otp' }, 1],
    ]);
  });

  it('counts a guest as a guest, and neither as a login nor as an attempt', async () => {
    const { anonymous } = await import('better-auth/plugins');
    const running = await start(anonymous());

    await running.createClient().send('/sign-in/anonymous', {});

    expect(await running.points(GUESTS)).toEqual([[{ event: 'created' }, 1]]);
    expect(await running.points(ATTEMPTS)).toEqual([]);
    expect(await running.points(SESSIONS_ACTIVE)).toEqual([[{ method: 'session' }, 1]]);
  });

  it('counts a guest who signs up as converted', async () => {
    const { anonymous } = await import('better-auth/plugins');
    const running = await start(anonymous());
    const client = running.createClient();

    await client.send('/sign-in/anonymous', {});
    await client.send('/sign-up/email', ADA);

    expect(await running.points(GUESTS)).toEqual([
      [{ event: 'converted' }, 1],
      [{ event: 'created' }, 1],
    ]);
    expect(await running.points(REGISTRATIONS)).toEqual([
      [{ outcome: 'success', method: 'password' }, 1],
    ]);
  });

  it('counts a passkey without its challenge as a failed login', async () => {
    const { passkey } = await import('@better-auth/passkey');
    const running = await start(passkey());

    await running.createClient().send('/passkey/verify-authentication', { response: {} });

    expect(await running.points(LOGINS)).toEqual([
      [failed('expired_token', 'expired_token', 'passkey'), 1],
    ]);
  });
});

describe('with a second factor', () => {
  afterEach(closeAll);

  const startWithFactor = async () => {
    const { twoFactor } = await import('better-auth/plugins');
    const running = await start(twoFactor());
    const owner = running.createClient();
    await owner.send('/sign-up/email', ADA);
    const enabled = await owner.send('/two-factor/enable', { password: ADA.password });
    const { totpURI } = (await enabled.json()) as { totpURI: string };
    const verify = await owner.send('/two-factor/verify-totp', { code: createTotp(totpURI) });
    expect(verify.status).toBe(200);
    return { running, totpURI };
  };

  it('counts setting it up as a challenge and as no login', async () => {
    const { running } = await startWithFactor();

    expect(await running.points(MFA_CHALLENGES)).toEqual([
      [{ factor: 'totp', stage: 'verified', outcome: 'success' }, 1],
    ]);
    expect(await running.points(LOGINS)).toEqual([]);
  });

  it('counts the login when the factor was judged, not when it was asked for', async () => {
    const { running, totpURI } = await startWithFactor();
    const client = running.createClient();

    const asked = await client.send('/sign-in/email', ADA);
    expect(await asked.json()).toMatchObject({ twoFactorRedirect: true });
    expect(await running.points(LOGINS)).toEqual([]);

    await client.send('/two-factor/verify-totp', { code: 'wrong' });
    await client.send('/two-factor/verify-totp', { code: createTotp(totpURI) });

    expect(await running.points(LOGINS)).toEqual([
      [failed('invalid_credentials', 'invalid_credentials', 'otp'), 1],
      [{ outcome: 'success', method: 'otp' }, 1],
    ]);
    expect(await running.points(MFA_CHALLENGES)).toEqual([
      [{ factor: 'totp', stage: 'verified', outcome: 'failure' }, 1],
      [{ factor: 'totp', stage: 'issued', outcome: 'success' }, 1],
      [{ factor: 'totp', stage: 'verified', outcome: 'success' }, 2],
    ]);
  });
});
