import { kilometresBetween } from '../../src/geo/place';
import { isSamePlace, RecentPlaces } from '../../src/geo/recent-places';

const LISBON = { latitude: 38.7, longitude: -9.1 };
const BERLIN = { latitude: 52.5, longitude: 13.4 };
const SYDNEY = { latitude: -33.9, longitude: 151.2 };

describe('the distance between places', () => {
  it.each([
    ['Lisbon and Berlin', LISBON, BERLIN, 2312],
    ['Lisbon and Sydney', LISBON, SYDNEY, 18_160],
    [
      'both sides of the date line',
      { latitude: 0, longitude: 179 },
      { latitude: 0, longitude: -179 },
      222,
    ],
    ['the poles', { latitude: 90, longitude: 0 }, { latitude: -90, longitude: 77 }, 20_015],
    ['one place', LISBON, LISBON, 0],
  ])('of %s', (_what, from, to, kilometres) => {
    expect(Math.abs(kilometresBetween(from, to) - kilometres)).toBeLessThan(kilometres / 100 + 1);
  });

  it('calls what is within a hundred kilometres one place', () => {
    expect(isSamePlace(LISBON, { latitude: 39.2, longitude: -8.7 })).toBe(true);
    expect(isSamePlace(LISBON, BERLIN)).toBe(false);
  });
});

describe('RecentPlaces', () => {
  const at = (place: typeof LISBON, atEpochSeconds: number) => ({ ...place, atEpochSeconds });

  it('knows the last two places of an account, the last first', () => {
    const places = new RecentPlaces(64);
    places.move(7, at(LISBON, 1_700_000_000));
    places.move(7, at(BERLIN, 1_700_003_600));
    places.move(7, at(SYDNEY, 1_700_090_000));

    expect(places.of(7)).toEqual(
      [
        { latitude: -33.9, longitude: 151.2, atEpochSeconds: 1_700_090_000 },
        { latitude: 52.5, longitude: 13.4, atEpochSeconds: 1_700_003_600 },
      ].map((stay) => ({
        latitude: expect.closeTo(stay.latitude, 1) as number,
        longitude: expect.closeTo(stay.longitude, 1) as number,
        atEpochSeconds: stay.atEpochSeconds,
      })),
    );
    expect(places.of(8)).toEqual([]);
  });

  it('stays in a place where the account already is', () => {
    const places = new RecentPlaces(64);
    places.move(7, at(LISBON, 1_700_000_000));
    places.move(7, at({ latitude: 38.8, longitude: -9.2 }, 1_700_000_900));

    expect(places.of(7)).toHaveLength(1);
    expect(places.of(7)[0]?.atEpochSeconds).toBe(1_700_000_900);
  });

  it('holds the corners of the earth and of time', () => {
    const places = new RecentPlaces(64);
    const corner = { latitude: 90, longitude: 180, atEpochSeconds: 1_577_836_800 + 2 ** 30 };
    places.move(7, corner);

    expect(places.of(7)).toEqual([corner]);
  });
});
