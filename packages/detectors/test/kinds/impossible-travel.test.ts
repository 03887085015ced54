import type { Place } from '../../src';
import { createDetectingMeter } from '../detecting-meter';

const PLACES: Readonly<Record<string, Place>> = {
  lisbon: { latitude: 38.7, longitude: -9.1 },
  porto: { latitude: 41.1, longitude: -8.6 },
  berlin: { latitude: 52.5, longitude: 13.4 },
  auckland: { latitude: -36.8, longitude: 174.7 },
};
const HOUR = 3600;

function createTravelling(locate = (address: string) => PLACES[address]) {
  const { succeed, fail, ...meter } = createDetectingMeter({ locate });
  const at = (place: string, accountId = 'alice') => ({ accountId, sourceAddress: place });
  return {
    ...meter,
    login: (place: string, accountId?: string) => {
      succeed(at(place, accountId));
    },
    fail: (place: string) => {
      fail(at(place));
    },
  };
}

describe('impossible travel', () => {
  it('is a success on another continent ten minutes later', () => {
    const { login, wait, told } = createTravelling();
    login('lisbon');
    wait(600);
    login('auckland');

    expect(told).toMatchObject([
      { kind: 'impossible_travel', severity: 'warn', subject: { accountId: 'alice' } },
    ]);
  });

  it('is not a flight: 2,300 km in three hours', () => {
    const { login, wait, lines } = createTravelling();
    login('lisbon');
    wait(3 * HOUR);
    login('berlin');

    expect(lines()).toEqual([]);
  });

  it('is not a telephone whose carrier goes online elsewhere, 270 km away', () => {
    const { login, lines } = createTravelling();
    login('lisbon');
    login('porto');

    expect(lines()).toEqual([]);
  });

  it('is not the way back to where the account was before', () => {
    const { login, wait, lines } = createTravelling();
    login('lisbon');
    for (let hop = 0; hop < 10; hop += 1) {
      wait(300);
      login(hop % 2 === 0 ? 'berlin' : 'lisbon');
    }

    expect(lines().filter((line) => line.startsWith('started'))).toHaveLength(1);
  });

  it('is not made of failures, of several accounts, or of places that nobody knows', () => {
    const { login, fail, lines } = createTravelling();
    login('lisbon');
    fail('auckland');
    login('auckland', 'bob');
    login('somewhere');

    expect(lines()).toEqual([]);
  });

  it('is not looked for without a locator', () => {
    const { succeed, lines } = createDetectingMeter();
    succeed({ accountId: 'alice', sourceAddress: '203.0.113.9' });
    succeed({ accountId: 'alice', sourceAddress: '198.51.100.9' });

    expect(lines()).toEqual([]);
  });

  it('survives a locator that throws or says nonsense, and counts the throw', async () => {
    const answers: Record<string, () => unknown> = {
      throws: () => {
        throw new Error('locator');
      },
      nonsense: () => ({ latitude: 'north', longitude: 400 }),
    };
    const { login, lines, harness } = createTravelling(
      (address) => answers[address]?.() as Place | undefined,
    );
    login('throws');
    login('nonsense');

    expect(lines()).toEqual([]);
    expect(await harness.points('auth.instrumentation.failures')).toEqual([
      { attributes: { component: 'locator' }, value: 1 },
    ]);
  });
});
