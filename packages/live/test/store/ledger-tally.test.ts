import { LedgerTally } from '../../src/store/ledger-tally';

const step = (durationSeconds: number) => ({ durationSeconds, endMilliseconds: 0, isLate: false });

describe('LedgerTally', () => {
  it('ranks who did most in the window, and leaves out who did nothing', () => {
    const tally = new LedgerTally();
    tally.add('old', 50);
    for (let slot = 0; slot < 31; slot += 1) tally.advance(step(10));
    tally.add('few', 2);
    tally.add('many', 9);
    tally.advance(step(1));

    expect(tally.during(300)).toEqual([
      { key: 'many', count: 9 },
      { key: 'few', count: 2 },
    ]);
    expect(tally.during(3600)[0]).toEqual({ key: 'old', count: 50 });
  });

  it('counts newcomers as other when every place is taken', () => {
    const tally = new LedgerTally();
    for (let key = 0; key < 200; key += 1) tally.add(`key-${String(key)}`, 1);
    tally.advance(step(10));

    const tallies = tally.during(300);

    expect(tallies[0]).toEqual({ key: 'other', count: 73 });
    expect(tallies).toHaveLength(128);
    expect(tally.size).toBe(128);
  });

  it('gives the place of whoever was quiet for an hour to a newcomer', () => {
    const tally = new LedgerTally();
    for (let key = 0; key < 127; key += 1) tally.add(`key-${String(key)}`, 1);
    for (let slot = 0; slot < 373; slot += 1) tally.advance(step(10));

    tally.add('newcomer', 4);
    tally.advance(step(1));

    expect(tally.during(300)).toEqual([{ key: 'newcomer', count: 4 }]);
  });
});
