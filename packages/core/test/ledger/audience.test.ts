import { createFakeClock, type FakeClock } from '@authmeter/testkit';
import { Audience, collectAsOnlooker } from '../../src/ledger/audience';

describe('Audience', () => {
  let clock: FakeClock;
  let audience: Audience;

  beforeEach(() => {
    clock = createFakeClock(0);
    audience = new Audience(() => clock.monotonicMilliseconds());
  });

  const lookOn = (): boolean => collectAsOnlooker(() => audience.seesZeros());

  it('sees what is exported', () => {
    expect(audience.seesZeros()).toBe(true);
  });

  const exportAfter = (...intervalsMilliseconds: readonly number[]): void => {
    audience.seesZeros();
    for (const interval of intervalsMilliseconds) {
      clock.advance(interval);
      audience.seesZeros();
    }
  };

  it('does not see what an onlooker collects while an export is due', () => {
    exportAfter(15_000);
    clock.advance(30_000);

    expect(lookOn()).toBe(false);
    expect(audience.seesZeros()).toBe(true);
  });

  it('waits for the slower of two that export in turn', () => {
    exportAfter(15_000, 5000, 15_000, 5000);
    clock.advance(30_000);

    expect(lookOn()).toBe(false);
  });

  it.each([
    ['nothing was ever exported', () => undefined],
    [
      'somebody looked once',
      () => {
        exportAfter();
      },
    ],
    [
      'two exports in turn did not come',
      () => {
        exportAfter(15_000);
        clock.advance(30_001);
      },
    ],
    [
      'nothing has been exported for two minutes',
      () => {
        exportAfter(300_000);
        clock.advance(120_001);
      },
    ],
    [
      'a new provider has not exported yet',
      () => {
        exportAfter(15_000);
        audience.restart();
      },
    ],
  ])('is the onlooker where %s', (_when, arrange) => {
    arrange();

    expect(lookOn()).toBe(true);
  });

  it('ends an onlooker that throws', () => {
    exportAfter(15_000);
    const collect = (): never => {
      throw new Error('no reader');
    };

    expect(() => collectAsOnlooker(collect)).toThrow('no reader');
    expect(audience.seesZeros()).toBe(true);
  });
});
