import type { AuthExchange } from '../../src/exchange/auth-exchange';
import { PassportCall, type PassportCallOptions } from '../../src/passport/passport-call';
import { openMeter } from '../exchange/open-meter';

const EXPIRED = Object.assign(new Error('no'), { name: 'TokenExpiredError' });
const hints = (info: unknown) => ({ info, status: 401 });

/** What an exchange was told by a call. */
function tell(
  options: PassportCallOptions,
  speak: (call: PassportCall, exchange: AuthExchange) => void,
) {
  const { exchange } = openMeter().meter.openExchange({});
  const call = new PassportCall(options);
  speak(call, exchange);
  return {
    verdict: exchange.verdict,
    refusal: exchange.refusal?.errorType,
    inner: exchange.innerFailure?.errorType,
    method: exchange.facts.method,
    hasFailed: call.hasFailed,
  };
}

describe('a call of passport', () => {
  it('refuses when its only strategy does and passport answers', () => {
    const told = tell({ strategies: 1, actor: 'passport' }, (call, exchange) => {
      call.fail(exchange, hints(EXPIRED), { method: 'jwt' });
    });

    expect(told).toEqual({
      verdict: 'refused',
      refusal: 'expired_token',
      inner: undefined,
      method: 'jwt',
      hasFailed: true,
    });
  });

  it('only informs when the host decides in a callback', () => {
    const told = tell({ strategies: 1, actor: 'host' }, (call, exchange) => {
      call.fail(exchange, hints(EXPIRED), { method: 'jwt' });
    });

    expect(told).toMatchObject({ verdict: undefined, inner: 'expired_token', method: 'jwt' });
  });

  it('waits until the last strategy has refused, and then gives the most telling cause', () => {
    const told = (failures: readonly unknown[]) =>
      tell({ strategies: 2, actor: 'passport' }, (call, exchange) => {
        for (const info of failures) call.fail(exchange, hints(info), {});
      });

    expect(told([{ message: 'no' }])).toMatchObject({ verdict: undefined, hasFailed: true });
    expect(told([{ message: 'no' }, EXPIRED])).toMatchObject({
      verdict: 'refused',
      refusal: 'expired_token',
    });
  });

  it('takes a login that is refused without a word for a wrong credential, whoever acts', () => {
    const told = tell({ strategies: 1, actor: 'host' }, (call, exchange) => {
      call.fail(exchange, hints(undefined), { method: 'password' });
    });

    expect(told).toMatchObject({ verdict: 'refused', refusal: 'invalid_credentials' });
  });

  it('keeps the cause of a login that could not be judged', () => {
    const told = tell({ strategies: 1, actor: 'host' }, (call, exchange) => {
      call.break(exchange, new Error('the application says no'), { method: 'password' });
    });

    expect(told).toMatchObject({ verdict: 'refused', refusal: 'unknown' });
  });

  it('accepts whom a strategy accepts', () => {
    const told = tell({ strategies: 3, actor: 'host' }, (call, exchange) => {
      call.succeed(exchange, { method: 'oauth', accountId: 'u' });
    });

    expect(told).toMatchObject({ verdict: 'accepted', method: 'oauth', hasFailed: false });
  });

  it('says nothing where an account is only linked to another', () => {
    const told = tell({ strategies: 1, actor: 'nobody' }, (call, exchange) => {
      call.succeed(exchange, { method: 'oauth' });
      call.fail(exchange, hints(EXPIRED), {});
      call.break(exchange, EXPIRED, {});
    });

    expect(told).toMatchObject({ verdict: undefined, inner: undefined, method: undefined });
  });
});
