import type { AuthExchange } from '../../src/exchange/auth-exchange';
import { runInExchange } from '../../src/exchange/in-progress';
import { openMeter } from './open-meter';

const EXPIRED = Object.assign(new Error('no'), { code: 'ERR_JWT_EXPIRED' });
const LEFT = {
  status: 200,
  isComplete: false,
  credentialPresent: true,
  facts: { method: 'session' },
};
const SUCCESS = { 'auth.attempts': [{ outcome: 'success', method: 'session', value: 1 }] };
const LOCKED = {
  'auth.attempts': [
    {
      outcome: 'failure',
      reason: 'account_restricted',
      'error.type': 'account_locked',
      method: 'session',
      value: 1,
    },
  ],
  'auth.errors': [{ 'error.type': 'account_locked', operation: 'authenticate', value: 1 }],
};

describe('a request whose client left before anybody had spoken', () => {
  it('is nothing when nobody speaks any more', async () => {
    const { meter, counted } = openMeter();
    const { exchange } = meter.openExchange({});

    exchange.end(LEFT);

    expect(await counted()).toEqual({});
  });

  it.each<readonly [string, (exchange: AuthExchange) => void, object]>([
    [
      'accepts',
      (exchange) => {
        exchange.accept();
      },
      SUCCESS,
    ],
    [
      'refuses',
      (exchange) => {
        exchange.refuse({ errorType: 'account_locked' });
      },
      LOCKED,
    ],
  ])('counts the first layer that still %s, and no other', async (_case, speak, expected) => {
    const { meter, counted } = openMeter();
    const { exchange } = meter.openExchange({});

    exchange.end(LEFT);
    speak(exchange);
    exchange.accept();
    exchange.refuse({ errorType: 'expired_token' });
    exchange.end(LEFT);

    expect(await counted()).toEqual(expected);
  });

  it.each([
    ['began before', true],
    ['begins after', false],
  ])('counts once the login that %s, whoever saw it', async (_case, isBefore) => {
    const { meter, counted } = openMeter();
    const { exchange } = meter.openExchange({});
    let reject: (error: unknown) => void = () => undefined;
    const login = (): Promise<unknown> =>
      runInExchange(exchange, () =>
        meter.observe('login', {}, () => new Promise((_, failed) => (reject = failed))),
      );

    exchange.declare({ operation: 'login' });
    const early = isBefore ? login() : undefined;
    exchange.end(LEFT);
    const running = early ?? login();
    reject(EXPIRED);
    await expect(running).rejects.toBe(EXPIRED);
    exchange.refuse({ error: EXPIRED });

    const { 'auth.logins': logins, 'auth.errors': errors } = await counted();
    expect(logins).toMatchObject([{ outcome: 'failure', 'error.type': 'expired_token', value: 1 }]);
    expect(errors).toEqual([{ 'error.type': 'expired_token', operation: 'login', value: 1 }]);
  });

  it('counts the source of a login that fails after its client has left', async () => {
    const { meter, counted } = openMeter();
    const { exchange } = meter.openExchange({}, { sourceAddress: '198.51.100.7' });

    exchange.end(LEFT);
    exchange.refuse({ errorType: 'invalid_credentials' });
    await counted();

    expect((await counted())['auth.source.failures']).toEqual([
      { ip_address: '198.51.100.0', value: 1 },
    ]);
  });

  it('counts the error of a validation inside even if nobody speaks any more', async () => {
    const { meter, counted } = openMeter();
    const { exchange } = meter.openExchange({});

    exchange.end(LEFT);
    runInExchange(exchange, () => {
      meter.record({ kind: 'token_validation', outcome: 'failure', errorType: 'expired_token' });
    });

    expect((await counted())['auth.errors']).toEqual([
      { 'error.type': 'expired_token', operation: 'token_validate', value: 1 },
    ]);
  });

  it('stays nothing once it was abandoned', async () => {
    const { meter, counted } = openMeter();
    const { exchange } = meter.openExchange({});

    exchange.end(LEFT);
    exchange.abandon();
    exchange.accept();

    expect(await counted()).toEqual({});
  });
});
