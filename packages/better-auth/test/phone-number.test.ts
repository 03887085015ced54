import { LOGINS, PASSWORD_RESETS, REGISTRATIONS } from '@authmeter/core/conventions';
import { closeAll, startAuth } from './start-auth';

const NUMBER = '+391234567890';
const PASSWORD = 'correct horse battery';

const wrong = (method: string) => ({
  outcome: 'failure',
  reason: 'invalid_credentials',
  'error.type': 'invalid_credentials',
  method,
});

/** A service that signs up whoever proves to own a telephone. */
async function startWithPhone() {
  const { phoneNumber } = await import('better-auth/plugins');
  const codes: string[] = [];
  const send = ({ code }: { code: string }): void => {
    codes.push(code);
  };
  const plugin = phoneNumber({
    sendOTP: send,
    sendPasswordResetOTP: send,
    signUpOnVerification: { getTempEmail: (number) => `${number.slice(1)}@phone.example` },
  });
  const running = await startAuth({ auth: { plugins: [plugin] } });
  const client = running.createClient();
  await client.send('/phone-number/send-otp', { phoneNumber: NUMBER });
  const code = () => codes.at(-1) ?? '';
  const verify = async (given: string) =>
    (await client.send('/phone-number/verify', { phoneNumber: NUMBER, code: given })).status;
  return { running, client, code, verify };
}

describe('a telephone number', () => {
  afterEach(closeAll);

  it('is counted as a login by one-time code, and as the registration that the first one is', async () => {
    const { running, verify, code } = await startWithPhone();

    const refused = await verify('000000');
    const accepted = await verify(code());

    expect([refused, accepted]).toEqual([400, 200]);
    expect(await running.points(LOGINS)).toEqual([
      [wrong('otp'), 1],
      [{ outcome: 'success', method: 'otp' }, 1],
    ]);
    expect(await running.points(REGISTRATIONS)).toEqual([
      [{ outcome: 'success', method: 'otp' }, 1],
    ]);
  });

  it('is counted as a login by password, once a reset has set one', async () => {
    const { running, client, verify, code } = await startWithPhone();
    await verify(code());
    const signIn = async (password: string) =>
      (await client.send('/sign-in/phone-number', { phoneNumber: NUMBER, password })).status;

    await client.send('/phone-number/request-password-reset', { phoneNumber: NUMBER });
    const reset = { phoneNumber: NUMBER, otp: code(), newPassword: PASSWORD };
    await client.send('/phone-number/reset-password', reset);
    const refused = await signIn('wrong password');
    const accepted = await signIn(PASSWORD);

    expect([refused, accepted]).toEqual([401, 200]);
    expect(await running.points(PASSWORD_RESETS)).toEqual([
      [{ event: 'completed' }, 1],
      [{ event: 'requested' }, 1],
    ]);
    expect(await running.points(LOGINS)).toEqual([
      [wrong('password'), 1],
      [{ outcome: 'success', method: 'otp' }, 1],
      [{ outcome: 'success', method: 'password' }, 1],
    ]);
  });
});
