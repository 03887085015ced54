import { createDetectingMeter, times } from '../detecting-meter';

const source = (number: number): string => `203.0.${String(number)}.9`;
const user = (number: number): string => `user-${String(number)}`;

describe('password spray', () => {
  it('is 40 accounts in an hour, tried by two sources in turn', () => {
    const { fail, told } = createDetectingMeter();
    times(40, (number) => {
      fail({ accountId: user(number), sourceAddress: source(number % 2) }, 1, 89);
    });

    expect(told).toMatchObject([
      {
        kind: 'password_spray',
        severity: 'critical',
        sources: 2,
        windowSeconds: 3600,
        subject: {},
      },
    ]);
    expect([...(told[0]?.group ?? [])].sort()).toEqual(['203.0.0.0', '203.0.1.0']);
  });

  it('names the twenty busiest of a large group', () => {
    const { fail, told } = createDetectingMeter();
    times(300, (number) => {
      fail({ accountId: user(number), sourceAddress: source(number % 30) }, 1, 11);
    });

    expect(told.map(({ kind }) => kind)).toEqual(['password_spray']);
    expect(told[0]?.group?.length).toBeLessThanOrEqual(20);
    expect(told[0]?.group?.length).toBeGreaterThan(5);
  });

  it('is not told of sources whose people get in as well', () => {
    const { fail, succeed, lines } = createDetectingMeter();
    times(120, (number) => {
      const who = { accountId: user(number), sourceAddress: source(number % 4) };
      if (number % 2 === 0) fail(who, 1, 15);
      succeed(who, 1, 15);
    });

    expect(lines()).toEqual([]);
  });

  it('is not a burst: it has to go on', () => {
    const { fail, lines } = createDetectingMeter({ failureSpike: false });
    times(60, (number) => {
      fail({ accountId: user(number), sourceAddress: source(number % 6) }, 1, 1);
    });

    expect(lines()).toEqual([]);
  });
});
