import { address, createDetectingMeter, times } from '../detecting-meter';

const SOURCE = '203.0.113.9';
const ONE_KIND = { failureSpike: false, passwordSpray: false } as const;

const user = (number: number): string => `user-${String(number)}`;

describe('credential stuffing from one source', () => {
  it('is 27 accounts in ten minutes, once each', () => {
    const { fail, told } = createDetectingMeter(ONE_KIND);
    times(27, (number) => {
      fail({ accountId: user(number), sourceAddress: SOURCE }, 1, 22);
    });

    expect(told).toMatchObject([
      { kind: 'credential_stuffing', severity: 'critical', source: '203.0.113.0', sources: 1 },
    ]);
    expect(told[0]?.accounts).toBeGreaterThanOrEqual(20);
    // Which of the many accounts came last says nothing.
    expect(told[0]?.subject).toEqual({ sourceAddress: SOURCE });
  });

  it('is 54 accounts in an hour', () => {
    const { fail, lines } = createDetectingMeter(ONE_KIND);
    times(54, (number) => {
      fail({ accountId: user(number), sourceAddress: SOURCE }, 1, 66);
    });

    expect(lines()).toHaveLength(1);
  });

  it('is not an office where people mistype and get in', () => {
    const { fail, succeed, lines } = createDetectingMeter();
    times(400, (number) => {
      const who = { accountId: user(number), sourceAddress: SOURCE };
      if (number % 4 === 0) fail(who, 1, 0.5);
      succeed(who, 1, 0.5);
    });

    expect(lines()).toEqual([]);
  });

  it('is not a dozen accounts', () => {
    const { fail, lines } = createDetectingMeter(ONE_KIND);
    times(48, (number) => {
      fail({ accountId: user(number % 12), sourceAddress: SOURCE }, 1, 10);
    });

    expect(lines()).toEqual([]);
  });

  it('is not many tries on each account: that is brute force', () => {
    const { fail, lines } = createDetectingMeter({ ...ONE_KIND, bruteForce: { failures: 20 } });
    times(30 * 20, (number) => {
      fail({ accountId: user(Math.floor(number / 20)), sourceAddress: SOURCE }, 1, 0.1);
    });

    expect(new Set(lines())).toEqual(new Set(['started brute_force 20']));
  });

  it('is told once for each source, and for all beyond fifty once more', () => {
    const { fail, told } = createDetectingMeter({ failureSpike: false, passwordSpray: false });
    times(60, (source) => {
      times(30, (number) => {
        fail({ accountId: user(source * 30 + number), sourceAddress: address(source) }, 1, 0.1);
      });
    });

    const named = told.filter(({ source }) => source !== undefined);
    expect(told).toHaveLength(51);
    expect(named).toHaveLength(50);
    expect(told.at(-1)?.subject).toEqual({});
  });
});

describe('credential stuffing from many sources', () => {
  const background = (meter: ReturnType<typeof createDetectingMeter>, minutes: number): void => {
    times(minutes * 20, (number) => {
      const who = { accountId: user(number), sourceAddress: address(number % 500) };
      if (number % 13 === 0) meter.fail(who, 1, 1.5);
      else meter.succeed(who, 1, 3);
    });
  };

  it('is an unusual share of failures, spread over accounts and sources', () => {
    const detecting = createDetectingMeter();
    background(detecting, 60);
    times(400, (number) => {
      const sourceAddress = `77.${String(number >> 8)}.${String(number & 255)}.1`;
      detecting.fail({ accountId: `leaked-${String(number)}`, sourceAddress }, 1, 0.5);
    });

    expect(detecting.told).toMatchObject([{ kind: 'credential_stuffing', severity: 'critical' }]);
    expect(detecting.told[0]?.accounts).toBeGreaterThanOrEqual(60);
    expect(detecting.told[0]?.sources).toBeGreaterThanOrEqual(30);
    expect(detecting.told[0]).not.toHaveProperty('source');
  });

  it('is found on a service that has just begun, too', () => {
    const { fail, told } = createDetectingMeter();
    times(200, (number) => {
      fail({ accountId: `leaked-${String(number)}`, sourceAddress: address(number) }, 1, 0.5);
    });

    expect(told).toMatchObject([{ kind: 'credential_stuffing' }]);
  });

  it('is not a morning on which everything is ten times as much', () => {
    const detecting = createDetectingMeter();
    background(detecting, 60);
    times(4000, (number) => {
      const who = { accountId: user(number), sourceAddress: address(number % 500) };
      if (number % 13 === 0) detecting.fail(who, 1, 0.15);
      else detecting.succeed(who, 1, 0.3);
    });

    expect(detecting.lines()).toEqual([]);
  });
});
