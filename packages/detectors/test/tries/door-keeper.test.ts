import { createKeyHash } from '../../src/memory/key-hash';
import { DoorKeeper } from '../../src/tries/door-keeper';

const hash = createKeyHash();

describe('DoorKeeper', () => {
  it('knows who came before, and whether with the same detail', () => {
    const door = new DoorKeeper(300);

    expect(door.meet(hash('a'), 1, 0)).toBe('stranger');
    expect(door.meet(hash('a'), 1, 1000)).toBe('same');
    expect(door.meet(hash('a'), 2, 2000)).toBe('other');
    expect(door.meet(hash('b'), 2, 2000)).toBe('stranger');
  });

  it('forgets who came too long ago', () => {
    const door = new DoorKeeper(300);
    door.meet(hash('a'), 1, 0);

    expect(door.meet(hash('a'), 1, 304_000)).toBe('stranger');
    expect(door.meet(hash('a'), 1, 600_000)).toBe('same');
  });

  it('takes hardly anybody of a crowd for somebody else', () => {
    const door = new DoorKeeper(300);
    let mistaken = 0;
    for (let number = 0; number < 100_000; number += 1) {
      if (door.meet(hash(String(number)), 0, number) !== 'stranger') mistaken += 1;
    }

    expect(mistaken).toBeLessThan(20);
  });
});
