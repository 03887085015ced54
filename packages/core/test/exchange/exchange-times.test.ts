import { createFakeClock } from '@authmeter/testkit';
import { ExchangeTimes } from '../../src/exchange/exchange-times';

describe('ExchangeTimes', () => {
  function start() {
    const clock = createFakeClock(0);
    return { clock, times: new ExchangeTimes(clock) };
  }

  it('lasts until now where nothing was decided', () => {
    const { clock, times } = start();
    clock.advance(250);

    expect(times.durationSeconds(true)).toBe(0.25);
  });

  it('lasts until a credential was checked, where nobody decided', () => {
    const { clock, times } = start();
    clock.advance(10);
    times.markCheck();
    clock.advance(990);

    expect(times.durationSeconds(true)).toBe(0.01);
  });

  it('lasts until the verdict, whatever was checked before and after', () => {
    const { clock, times } = start();
    clock.advance(10);
    times.markCheck();
    clock.advance(10);
    times.markVerdict();
    clock.advance(10);
    times.markCheck();

    expect(times.durationSeconds(true)).toBe(0.02);
  });

  it('lasts until now for an operation that is more than its decision', () => {
    const { clock, times } = start();
    times.markVerdict();
    clock.advance(500);

    expect(times.durationSeconds(false)).toBe(0.5);
  });
});
