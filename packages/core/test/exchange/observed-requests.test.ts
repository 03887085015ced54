import { attachExchange, exchangeOf, isObserved } from '../../src/exchange/observed-requests';
import { openMeter } from './open-meter';

function openExchange() {
  return openMeter().meter.openExchange({}).exchange;
}

/** A request that takes no property from anybody. */
function refusing(): object {
  return new Proxy(
    {},
    {
      set: () => false,
      defineProperty: () => false,
    },
  );
}

describe('a request under observation', () => {
  it.each([
    ['any request', () => ({})],
    ['a frozen one', () => Object.freeze({})],
    ['a proxy that takes no property', refusing],
  ])('%s gives its exchange back, and no other request does', (_, create) => {
    const request = create();
    const exchange = openExchange();

    attachExchange(request, exchange);

    expect(exchangeOf(request)).toBe(exchange);
    expect(isObserved(request)).toBe(true);
    expect(isObserved(create())).toBe(false);
  });

  it('shows nothing of it where it is listed or written down', () => {
    const request = { url: '/me' };

    attachExchange(request, openExchange());

    expect(Object.keys(request)).toEqual(['url']);
    expect(JSON.stringify(request)).toBe('{"url":"/me"}');
  });
});
