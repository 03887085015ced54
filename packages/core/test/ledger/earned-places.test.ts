import { EarnedPlaces, NO_PLACE } from '../../src/ledger/earned-places';

const EVENTS = 1_000_000;
const ATTACKERS = Array.from({ length: 10 }, (_, index) => -1 - index);

describe('EarnedPlaces', () => {
  it('gives each of the first keys a place at once, so that a small service sees all its sources', () => {
    const places = new EarnedPlaces<string>(100);

    const given = Array.from({ length: 25 }, (_, index) => places.count(`source ${String(index)}`));

    expect(given).toEqual(Array.from({ length: 25 }, (_, index) => index));
  });

  it('keeps a place for ever: the same key has the same place again', () => {
    const places = new EarnedPlaces<string>(4);
    places.count('first');
    places.count('second');
    for (let index = 0; index < 5000; index += 1) places.count(`noise ${String(index)}`);

    expect(places.count('first')).toBe(0);
  });

  it('gives a single place to the first key when there is but one', () => {
    const places = new EarnedPlaces<string>(1);

    expect([places.count('a'), places.count('b'), places.count('a')]).toEqual([0, NO_PLACE, 0]);
  });

  it('finds the ten heaviest (1 % each) among a million distinct keys', () => {
    const { places, found } = attack({ startsAt: 0 });

    expect(found).toEqual(ATTACKERS);
    expect(places.size).toBeLessThanOrEqual(100);
  });

  it('finds them too when they start half-way', () => {
    const { places, found } = attack({ startsAt: EVENTS / 2 });

    expect(found).toEqual(ATTACKERS);
    expect(places.size).toBeLessThanOrEqual(100);
  });

  it('never gives more places than there are, however often every key comes', () => {
    const places = new EarnedPlaces<number>(8);
    const given = new Set<number>();
    for (let round = 0; round < 5000; round += 1) {
      for (let key = 0; key < 20; key += 1) given.add(places.count(key));
    }

    expect([...given].sort((a, b) => a - b)).toEqual([NO_PLACE, 0, 1, 2, 3, 4, 5, 6, 7]);
  });

  // The guarantee: a place costs events that certainly happened, and each later one an eighth more at most. So sources
  // of R requests each, however many, leave a place to whoever sends 1.12 R; and using all places up costs 34,977 events.
  describe('against a waster of places', () => {
    it('makes all 100 places cost 34,977 events, even if the waster knows every price', () => {
      const places = new EarnedPlaces<number>(100);
      let events = 0;
      for (let key = 0; key < 100; key += 1) events += requestsUntilPlaced(places, key);

      expect(events).toBe(34_977);
      expect(requestsUntilPlaced(places, -1)).toBe(Number.POSITIVE_INFINITY);
    });

    it.each([
      [1, 5],
      [10, 12],
      [100, 113],
      [1000, 1121],
      [3000, 3362],
    ])(
      'leaves a place to a late attacker after 200 sources of %i requests each, for at most %i',
      (requestsEach, most) => {
        const places = new EarnedPlaces<number>(100);
        for (let request = 0; request < requestsEach; request += 1) {
          for (let source = 0; source < 200; source += 1) places.count(source);
        }

        expect(requestsUntilPlaced(places, -1)).toBeLessThanOrEqual(most);
      },
    );

    it('leaves a place to a late attacker after 100,000 sources of ten requests each', () => {
      const places = new EarnedPlaces<number>(100);
      for (let source = 0; source < 100_000; source += 1) {
        for (let request = 0; request < 10; request += 1) places.count(source);
      }

      expect(requestsUntilPlaced(places, -1)).toBeLessThanOrEqual(12);
    });

    it('leaves a place after 5,000 slow sources that take turns and so never become certain', () => {
      const places = new EarnedPlaces<number>(100);
      for (let round = 0; round < 100; round += 1) {
        for (let source = 0; source < 5000; source += 1) places.count(source);
      }

      expect(requestsUntilPlaced(places, -1)).toBeLessThanOrEqual(12);
    });
  });
});

/** A million events: ten attackers send 10,000 each from an instant on, every other event is a key of its own. */
function attack({ startsAt }: { startsAt: number }): {
  places: ReadonlySet<number>;
  found: number[];
} {
  const ledger = new EarnedPlaces<number>(100);
  const places = new Set<number>();
  const placed = new Set<number>();
  // One per cent of the whole stream each, whenever they start.
  const turn = startsAt === 0 ? 100 : 50;
  for (let event = 0; event < EVENTS; event += 1) {
    const attacker = event < startsAt ? undefined : ATTACKERS[event % turn];
    const key = attacker ?? event;
    const place = ledger.count(key);
    if (place === NO_PLACE) continue;
    places.add(place);
    placed.add(key);
  }
  return { places, found: ATTACKERS.filter((attacker) => placed.has(attacker)) };
}

/** How many requests a key needs to get a place; infinite when 10,000 do not get it one. */
function requestsUntilPlaced(places: EarnedPlaces<number>, key: number): number {
  for (let requests = 1; requests <= 10_000; requests += 1) {
    if (places.count(key) !== NO_PLACE) return requests;
  }
  return Number.POSITIVE_INFINITY;
}
