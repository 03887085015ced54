import { createFakeClock } from '@authmeter/testkit';
import type { AuthErrorType } from '../../src/conventions';
import type { AuthExchange } from '../../src/exchange/auth-exchange';
import type { ExchangeEnding } from '../../src/exchange/exchange-facts';
import { openMeter } from './open-meter';

const ENDING: ExchangeEnding = { status: 401, credentialPresent: true };
const SUCCESS = [{ outcome: 'success', method: 'session', value: 1 }];
const failureOf = (errorType: AuthErrorType, reason: string = errorType) => [
  { outcome: 'failure', reason, 'error.type': errorType, method: 'session', value: 1 },
];
const accept = (exchange: AuthExchange): void => {
  exchange.accept();
};
const refuse =
  (errorType: AuthErrorType) =>
  (exchange: AuthExchange): void => {
    exchange.refuse({ errorType });
  };

function open(clock = createFakeClock(1_700_000_000_000)) {
  const { meter, counted, measured } = openMeter({ clock });
  const { exchange } = meter.openExchange({}, { method: 'session' });
  return { exchange, counted, measured, clock };
}

describe('verdicts of several layers', () => {
  it.each([
    ['one that accepts', [accept], SUCCESS],
    ['one that refuses', [refuse('expired_token')], failureOf('expired_token')],
    [
      'a refusal after a success',
      [accept, refuse('insufficient_permissions')],
      failureOf('insufficient_permissions'),
    ],
    ['a success after a refusal', [refuse('expired_token'), accept], SUCCESS],
    [
      'a refusal after both',
      [refuse('expired_token'), accept, refuse('rate_limited')],
      failureOf('rate_limited'),
    ],
    [
      'two refusals that say why',
      [refuse('expired_token'), refuse('insufficient_permissions')],
      failureOf('expired_token'),
    ],
    [
      'a refusal that says nothing after one that does',
      [refuse('expired_token'), refuse('unknown')],
      failureOf('expired_token'),
    ],
    [
      'a refusal that says why after one that does not',
      [refuse('unknown'), refuse('expired_token')],
      failureOf('expired_token'),
    ],
    ['a thousand successes', Array.from({ length: 1000 }, () => accept), SUCCESS],
  ])('of %s give one attempt', async (_case, words, expected) => {
    const { exchange, counted } = open();

    for (const speak of words) speak(exchange);
    exchange.end({ ...ENDING, status: 200 });

    expect((await counted())['auth.attempts']).toEqual(expected);
  });

  it('are not heard after the end', async () => {
    const { exchange, counted } = open();

    exchange.accept();
    exchange.end({ ...ENDING, status: 200 });
    exchange.refuse({ errorType: 'expired_token' });
    exchange.end(ENDING);

    expect(await counted()).toEqual({ 'auth.attempts': SUCCESS });
  });

  it('are not counted when the exchange is abandoned', async () => {
    const { exchange, counted } = open();

    exchange.refuse({ errorType: 'expired_token' });
    exchange.abandon();
    exchange.end(ENDING);

    expect(await counted()).toEqual({});
  });
});

describe('the facts of an exchange', () => {
  it.each([
    [
      'a later success',
      (exchange: AuthExchange) => {
        exchange.accept({ method: 'jwt' });
      },
      'jwt',
    ],
    [
      'the refusal that stays',
      (exchange: AuthExchange) => {
        exchange.refuse({ errorType: 'expired_token' }, { method: 'jwt' });
        exchange.refuse({ errorType: 'rate_limited' }, { method: 'api_key' });
      },
      'jwt',
    ],
    [
      'the start, against what is only learnt',
      (exchange: AuthExchange) => {
        exchange.learn({ method: 'jwt' });
      },
      'session',
    ],
  ])('come from %s', async (_case, speak, method) => {
    const { exchange, counted } = open();

    speak(exchange);
    exchange.end({ ...ENDING, facts: { method: 'basic' } });

    expect((await counted())['auth.attempts']).toMatchObject([{ method }]);
  });

  it('prefer the method of the layer that had the word to that of the request', async () => {
    const { meter, counted } = openMeter();
    const { exchange } = meter.openExchange({});

    exchange.layers.enterUntil('passkey');
    exchange.end({ status: 401, credentialPresent: false, facts: { method: 'jwt' } });

    expect((await counted())['auth.attempts']).toMatchObject([{ method: 'passkey' }]);
  });
});

describe('the duration of an exchange', () => {
  it('is the time until the verdict that decided, not until the answer', async () => {
    const { exchange, measured, clock } = open();

    clock.advance(20);
    exchange.accept();
    clock.advance(480);
    exchange.end({ ...ENDING, status: 200 });

    expect(await measured('auth.operation.duration.seconds')).toMatchObject([
      { attributes: { operation: 'authenticate', outcome: 'success' }, count: 1, sum: 0.02 },
    ]);
  });

  it('is the time until the answer where nobody spoke', async () => {
    const { exchange, measured, clock } = open();

    clock.advance(250);
    exchange.end(ENDING);

    expect(await measured('auth.operation.duration.seconds')).toMatchObject([
      { attributes: { operation: 'authenticate', outcome: 'failure' }, count: 1, sum: 0.25 },
    ]);
  });

  it('is the whole time of a declared operation', async () => {
    const { exchange, measured, clock } = open();

    exchange.declare({ operation: 'token_refresh' });
    exchange.accept();
    clock.advance(250);
    exchange.end({ ...ENDING, status: 200 });

    expect(await measured('auth.operation.duration.seconds')).toMatchObject([
      { attributes: { operation: 'token_refresh', outcome: 'success' }, count: 1, sum: 0.25 },
    ]);
  });
});

describe('the declaration of an exchange', () => {
  it('is the outermost one', async () => {
    const { exchange, counted } = open();

    exchange.declare({ operation: 'register', method: 'passkey' });
    exchange.declare({ operation: 'login', method: 'password' });
    exchange.end({ status: 200 });

    expect(await counted()).toEqual({
      'auth.registrations': [{ outcome: 'success', method: 'passkey', value: 1 }],
    });
  });

  it.each([
    ['a success at the end after a failure inside', 'failure', 'success', 'success'],
    ['a failure at the end after a success inside', 'success', 'failure', 'failure'],
  ] as const)('is judged by the last word: %s', async (_case, inside, atTheEnd, outcome) => {
    const { exchange, counted } = open();

    exchange.declare({ operation: 'token_refresh' });
    exchange.leave('token_refresh', inside);
    exchange.end({ status: 302, judgement: atTheEnd });

    expect((await counted())['auth.token.refreshes']).toMatchObject([{ outcome, value: 1 }]);
  });

  it('keeps the cause found inside when the end only says that it failed', async () => {
    const { exchange, counted } = open();

    exchange.declare({ operation: 'token_refresh' });
    exchange.leave('token_refresh', { outcome: 'failure', errorType: 'expired_token' });
    exchange.end({ status: 302, judgement: 'failure' });

    expect((await counted())['auth.token.refreshes']).toEqual([
      { outcome: 'failure', reason: 'expired_token', value: 1 },
    ]);
  });
});
