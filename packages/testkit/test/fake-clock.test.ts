import { createFakeClock } from '../src';

describe('createFakeClock', () => {
  it('stands still until it is advanced, and then moves both clocks', () => {
    const clock = createFakeClock(1_700_000_000_000);
    const before = clock.monotonicMilliseconds();

    clock.advance(1500);

    expect(clock.epochMilliseconds()).toBe(1_700_000_001_500);
    expect(clock.monotonicMilliseconds() - before).toBe(1500);
  });

  it('jumps with the wall clock alone, backwards too', () => {
    const clock = createFakeClock(1_700_000_000_000);
    const before = clock.monotonicMilliseconds();

    clock.jumpTo(1_600_000_000_000);

    expect(clock.epochMilliseconds()).toBe(1_600_000_000_000);
    expect(clock.monotonicMilliseconds()).toBe(before);
  });
});
