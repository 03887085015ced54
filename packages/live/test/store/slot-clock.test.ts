import { createFakeClock } from '@authmeter/testkit';
import { SlotClock } from '../../src/store/slot-clock';

describe('SlotClock', () => {
  it('measures a slot by the monotonic clock', () => {
    const clock = createFakeClock(1_000_000);
    const slots = new SlotClock(clock);

    clock.advance(1003);

    expect(slots.lap()).toEqual({ endMilliseconds: 1_001_003, durationSeconds: 1.003 });
  });

  it('does not go backwards when somebody sets the wall clock back', () => {
    const clock = createFakeClock(1_000_000);
    const slots = new SlotClock(clock);

    clock.jumpTo(400_000);
    clock.advance(1000);

    expect(slots.lap()).toEqual({ endMilliseconds: 1_001_000, durationSeconds: 1 });
  });

  it('follows a wall clock that is ahead, as after a sleep of the machine', () => {
    const clock = createFakeClock(1_000_000);
    const slots = new SlotClock(clock);

    clock.jumpTo(5_000_000);
    clock.advance(1000);

    expect(slots.lap()).toEqual({ endMilliseconds: 5_001_000, durationSeconds: 1 });
  });
});
