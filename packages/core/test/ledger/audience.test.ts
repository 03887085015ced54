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

  it('does not see what an onlooker collects between two exports', () => {
    audience.seesZeros();
    clock.advance(60_000);

    expect(lookOn()).toBe(false);
    expect(audience.seesZeros()).toBe(true);
  });

  it.each([
    ['nothing was ever exported', () => undefined],
    [
      'nothing has been exported for two minutes',
      () => {
        audience.seesZeros();
        clock.advance(120_001);
      },
    ],
    [
      'a new provider has not exported yet',
      () => {
        audience.seesZeros();
        audience.restart();
      },
    ],
  ])('is the onlooker where %s', (_when, arrange) => {
    arrange();

    expect(lookOn()).toBe(true);
  });

  it('ends an onlooker that throws', () => {
    audience.seesZeros();
    const collect = (): never => {
      throw new Error('no reader');
    };

    expect(() => collectAsOnlooker(collect)).toThrow('no reader');
    expect(audience.seesZeros()).toBe(true);
  });
});
