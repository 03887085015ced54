import { address, createDetectingMeter, times } from '../detecting-meter';

type Meter = ReturnType<typeof createDetectingMeter>;

/** One in thirteen fails. */
function usualTraffic(meter: Meter, hours: number, secondsBetween = 6): void {
  times(Math.round((hours * 3600) / secondsBetween), (number) => {
    const who = {
      accountId: `user-${String(number % 3000)}`,
      sourceAddress: address(number % 900),
    };
    if (number % 13 === 0) meter.fail(who, 1, secondsBetween);
    else meter.succeed(who, 1, secondsBetween);
  });
}

/** Failures that name no account: they look like nothing in particular. */
function failBlindly(meter: Meter, count: number, secondsBetween: number): void {
  times(count, (number) => {
    meter.fail({ sourceAddress: address(2000 + number) }, 1, secondsBetween);
  });
}

describe('a spike of failures', () => {
  it('is a share of failures far above the usual one', () => {
    const meter = createDetectingMeter();
    usualTraffic(meter, 2);
    failBlindly(meter, 150, 1);

    expect(meter.told).toMatchObject([
      { kind: 'failure_spike', severity: 'warn', windowSeconds: 300, subject: {} },
    ]);
  });

  it('is not the usual share, however much traffic there is', () => {
    const meter = createDetectingMeter();
    usualTraffic(meter, 2);
    usualTraffic(meter, 0.5, 0.2);

    expect(meter.lines()).toEqual([]);
  });

  it('is not a few failures at night, whatever their share', () => {
    const meter = createDetectingMeter();
    usualTraffic(meter, 2);
    meter.wait(6 * 3600);
    failBlindly(meter, 25, 10);

    expect(meter.lines()).toEqual([]);
  });

  it('is measured against the same time of the days before, once there are three', () => {
    // Each night at the same hour a batch fails on half of its accounts: usual, since it always does.
    const meter = createDetectingMeter();
    const night = (): void => {
      times(300, (number) => {
        const who = { accountId: `batch-${String(number)}`, sourceAddress: address(number) };
        if (number % 2 === 0) meter.fail(who, 1, 2);
        else meter.succeed(who, 1, 2);
      });
    };
    times(4, () => {
      night();
      usualTraffic(meter, 4, 20);
      meter.wait(86_400 - 600 - 4 * 3600);
    });
    const before = meter.told.length;
    night();

    expect(meter.told.slice(before)).toEqual([]);
  });

  it('is not told again for what another detection explains', () => {
    const meter = createDetectingMeter();
    usualTraffic(meter, 2);
    meter.fail({ accountId: 'alice', sourceAddress: '203.0.113.9' }, 400, 0.5);

    expect(meter.told.map(({ kind }) => kind)).toEqual(['brute_force']);
  });

  it('does not become usual while it lasts', () => {
    const meter = createDetectingMeter();
    usualTraffic(meter, 2);
    failBlindly(meter, 1200, 6);

    expect(meter.lines()).toHaveLength(1);
    expect(meter.detectors.active()).toHaveLength(1);
  });
});
