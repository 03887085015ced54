import { readErrorCorpus, rebuildError } from '@authmeter/testkit';
import fc from 'fast-check';
import { LOOKED_UP, type Reading } from '../../src/classify/reading';
import { LINK, PARTICULAR } from '../../src/classify/sight';
import { WRITTEN_OUT } from '../../src/classify/written-out';

const READINGS: readonly (readonly [label: string, reading: Reading])[] = [
  ['written out', WRITTEN_OUT],
  ['looked up', LOOKED_UP],
];

const throwing = (): never => {
  throw new Error('trap');
};

const readAll = (reading: Reading, error: object): object => ({
  code: reading.code(error),
  name: reading.name(error),
  constructorName: reading.constructorName(error),
  status: reading.status(error),
  links: reading.links(error),
  particulars: reading.particulars(error),
});

const PROPERTIES = [
  ...new Set([
    ...Object.keys(LINK),
    ...Object.keys(PARTICULAR),
    'code',
    'name',
    'message',
    'status',
    'statusCode',
    'constructor',
  ]),
];

const VALUE = fc.constantFrom<unknown>(undefined, null, '', 'x', 401, 700, {}, throwing, Error);
const PROPERTY: fc.Arbitrary<PropertyDescriptor> = fc.oneof(
  VALUE.map((value) => ({ value, configurable: true })),
  VALUE.map((value) => ({ get: () => value, configurable: true })),
  fc.constant({ get: throwing, configurable: true }),
);

describe.each(READINGS)('an error %s', (_label, reading) => {
  it.each(Object.entries(LINK))('shows that it has %s to follow', (name, bit) => {
    expect(reading.links({ [name]: {} })).toBe(bit);
    expect(reading.links(new Error('x'))).toBe(0);
  });

  it.each(Object.entries(PARTICULAR))('shows that %s may tell more', (name, bit) => {
    expect(reading.particulars({ [name]: null })).toBe(bit);
    expect(reading.particulars(new Error('x'))).toBe(0);
  });

  it('shows what every error may have', () => {
    class Denial extends TypeError {}
    const error = Object.assign(new Denial('x'), { code: 7, status: '403', statusCode: 403 });

    expect(readAll(reading, error)).toEqual({
      code: 7,
      name: 'TypeError',
      constructorName: 'Denial',
      status: 403,
      links: 0,
      particulars: 0,
    });
  });

  it('shows what can be read beside what throws', () => {
    const error = Object.defineProperties(
      { cause: {}, body: {}, statusCode: 418 },
      Object.fromEntries(
        ['code', 'name', 'constructor', 'status', 'inner', 'data'].map((key) => [
          key,
          { get: throwing },
        ]),
      ),
    );

    expect(readAll(reading, error)).toEqual({
      code: undefined,
      name: undefined,
      constructorName: undefined,
      status: 418,
      links: LINK.cause,
      particulars: PARTICULAR.body,
    });
  });
});

describe('the two ways to read an error', () => {
  it('read the same of every real error', () => {
    const differing = readErrorCorpus().filter((entry) => {
      const error = rebuildError(entry);
      if (typeof error !== 'object' || error === null) return false;
      return (
        JSON.stringify(readAll(WRITTEN_OUT, error)) !== JSON.stringify(readAll(LOOKED_UP, error))
      );
    });

    expect(differing.map(({ id }) => id)).toEqual([]);
  });

  it('read the same of an error made to hurt', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...PROPERTIES), PROPERTY), (properties) => {
        const error = Object.defineProperties(new Error('x'), properties);

        expect(readAll(WRITTEN_OUT, error)).toEqual(readAll(LOOKED_UP, error));
      }),
      { numRuns: 500 },
    );
  });
});
