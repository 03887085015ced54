import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AuthExchange } from '../../src/exchange/auth-exchange';
import { meterInProgress, type AuthMeter } from '../../src/auth-meter';
import {
  exchangeInProgress,
  exchangeToSpeakIn,
  rememberExchange,
  runInExchange,
  runInRequest,
  type PendingExchange,
} from '../../src/exchange/in-progress';
import { isObserved } from '../../src/exchange/observed-requests';
import { openMeter } from './open-meter';

const EXPIRED = Object.assign(new Error('no'), { code: 'ERR_JWT_EXPIRED' });
const failing = (): never => {
  throw EXPIRED;
};

/** A request that nobody observes yet, and the exchanges that were opened for it. */
function pend(meter: AuthMeter): PendingExchange & { readonly opened: AuthExchange[] } {
  const request = {};
  const opened: AuthExchange[] = [];
  return {
    request,
    opened,
    open: () => {
      const { exchange } = meter.openExchange(request);
      opened.push(exchange);
      return exchange;
    },
  };
}

describe('a request that nobody observes yet', () => {
  it('is opened when a layer has something to say, and once only', async () => {
    const pending = pend(openMeter().meter);

    const found = await runInRequest(pending, async () => {
      const before = exchangeInProgress();
      const first = exchangeToSpeakIn();
      await nextTurn();
      return [before, first, exchangeToSpeakIn(), exchangeInProgress()];
    });

    const [exchange] = pending.opened;
    expect(found).toEqual([undefined, exchange, exchange, exchange]);
    expect(pending.opened).toHaveLength(1);
    expect(isObserved(pending.request)).toBe(true);
  });

  it('is the one that an adapter has opened in between', () => {
    const { meter } = openMeter();
    const pending = pend(meter);

    runInRequest(pending, () => {
      const { exchange, isOwner } = meter.openExchange(pending.request);

      expect(isOwner).toBe(true);
      expect(exchangeToSpeakIn()).toBe(exchange);
    });

    expect(pending.opened).toEqual([]);
  });

  it('is not opened again once it was settled', () => {
    const pending = pend(openMeter().meter);

    runInRequest(pending, () => {
      exchangeToSpeakIn()?.end({ status: 200 });

      expect(exchangeToSpeakIn()).toBeUndefined();
    });

    expect(pending.opened).toHaveLength(1);
  });

  it.each<readonly [string, (meter: AuthMeter) => unknown]>([
    ['an attempt', (meter) => meter.startAttempt()],
    ['a validation', (meter) => meter.startTokenValidation()],
    ['a login', (meter) => meter.observe('login', {}, () => undefined)],
    [
      'a limiter that refuses',
      (meter) => {
        meter.record({ kind: 'rate_limit', result: 'limited' });
      },
    ],
    [
      'a password that was compared',
      (meter) => {
        const hash = { algorithm: 'bcrypt', operation: 'verify', durationSeconds: 0.1 } as const;
        meter.record({ kind: 'password_hash', ...hash, isMatch: true });
      },
    ],
    [
      'a failure that was bound',
      (meter) => {
        meter.bind({ kind: 'attempt', outcome: 'failure' })();
      },
    ],
  ])('is opened by %s', (_what, speak) => {
    const { meter } = openMeter();
    const pending = pend(meter);

    runInRequest(pending, () => speak(meter));

    expect(pending.opened).toHaveLength(1);
  });

  it.each<readonly [string, (meter: AuthMeter) => unknown]>([
    ['a token that is issued', (meter) => meter.observe('token_issue', {}, () => 'token')],
    [
      'a limiter that lets pass',
      (meter) => {
        meter.record({ kind: 'rate_limit', result: 'allowed' });
      },
    ],
    [
      'a password that was hashed',
      (meter) => {
        const hash = { algorithm: 'bcrypt', operation: 'hash', durationSeconds: 0.1 } as const;
        meter.record({ kind: 'password_hash', ...hash });
      },
    ],
    [
      'what is no observation at all',
      (meter) => {
        meter.record(null as never);
      },
    ],
  ])('is not opened by %s', (_what, act) => {
    const { meter } = openMeter();
    const pending = pend(meter);

    runInRequest(pending, () => act(meter));

    expect(pending.opened).toEqual([]);
  });

  it('counts one attempt, with what was said inside', async () => {
    const { meter, counted } = openMeter();
    const pending = pend(meter);

    runInRequest(pending, () => {
      expect(() => meter.observe('token_validate', {}, failing)).toThrow(EXPIRED);
    });
    pending.opened[0]?.end({ status: 401, credentialPresent: true });

    expect((await counted())['auth.attempts']).toEqual([
      {
        outcome: 'failure',
        reason: 'expired_token',
        'error.type': 'expired_token',
        method: '_OTHER',
        value: 1,
      },
    ]);
  });

  it('lends its meter to whoever has none', () => {
    const { meter } = openMeter();
    const pending = pend(meter);

    runInRequest(pending, () => {
      expect(meterInProgress()).toBeUndefined();
      exchangeToSpeakIn();
      expect(meterInProgress()).toBe(meter);
    });
  });
});

describe('rememberExchange', () => {
  it('opens nothing before somebody speaks, and then in the request it was called in', () => {
    const { meter } = openMeter();
    const [mine, another] = [pend(meter), pend(meter)];

    const exchangeOf = runInRequest(mine, () => rememberExchange());
    const before = mine.opened.length;
    const found = runInRequest(another, () => exchangeOf());

    expect(before).toBe(0);
    expect(found).toBe(mine.opened[0]);
    expect(another.opened).toEqual([]);
  });

  it('gives the exchange that was in progress, as long as it is', () => {
    const { meter } = openMeter();
    const { exchange } = meter.openExchange({});

    const exchangeOf = runInExchange(exchange, () => rememberExchange());
    const open = exchangeOf();
    exchange.end({ status: 200 });

    expect(open).toBe(exchange);
    expect(exchangeOf()).toBeUndefined();
  });

  it('gives none where there is none', () => {
    expect(rememberExchange()()).toBeUndefined();
  });
});
