import { LabelAxis, NO_CELL } from '../../src/instruments/label-axis';
import { measureHeapMegabytes } from '../privacy/measure-heap-megabytes';

/** A text that is not the same object as any literal. */
function fresh(value: string): string {
  return Buffer.from(value).toString();
}

describe('LabelAxis', () => {
  const folding = new LabelAxis('method', 10, [undefined, 'jwt', 'mfa', 'saml', '_OTHER']);
  const strict = new LabelAxis('step', 3, ['start', 'callback']);

  it('adds the stride for each place of a value', () => {
    const values = [undefined, 'jwt', 'mfa', 'saml', '_OTHER'];

    expect(values.map((value) => folding.offsetOf(value))).toEqual([0, 10, 20, 30, 40]);
    expect(['start', 'callback'].map((value) => strict.offsetOf(value))).toEqual([0, 3]);
  });

  it.each([1, 2, 3])('tells values of one length apart, asked for by turns: round %i', () => {
    const asked = ['jwt', 'mfa', 'mfa', 'xyz', 'jwt', fresh('mfa'), fresh('jwt')];

    expect(asked.map((value) => folding.offsetOf(value))).toEqual([10, 20, 20, 40, 10, 20, 10]);
  });

  it.each<[string, unknown]>([
    ['a text that is not listed', 'teleport'],
    ['an empty text', ''],
    ['a text of 32 characters', 'x'.repeat(32)],
    ['null', null],
    ['a number', 3],
    ['an object', { length: 3 }],
    ['a text object', Object('jwt')],
  ])('takes %s for any other value, or for none', (_what, value) => {
    expect(folding.offsetOf(value as string)).toBe(40);
    expect(strict.offsetOf(value as string)).toBe(NO_CELL);
  });

  it('has no place for an absent value unless one is listed or folds', () => {
    expect(strict.offsetOf(undefined)).toBe(NO_CELL);
    expect(new LabelAxis('provider', 1, ['google', '_OTHER']).offsetOf(undefined)).toBe(1);
  });

  it('finds a listed value that is empty', () => {
    const axis = new LabelAxis('odd', 7, ['first', '']);

    expect(['', 'x'.repeat(32), '', fresh('')].map((value) => axis.offsetOf(value))).toEqual([
      7,
      NO_CELL,
      7,
      7,
    ]);
  });

  it('keeps nothing of the texts that it is asked for, which may be pieces of long ones', () => {
    const axis = new LabelAxis('method', 1, ['authorization_code', '_OTHER']);
    const grownMegabytes = measureHeapMegabytes(() => {
      for (let turn = 0; turn < 3; turn += 1) {
        const long = `authorization_code${'x'.repeat(4_000_000)}`;
        axis.offsetOf(long.slice(0, 'authorization_code'.length));
        axis.offsetOf(long.slice(0, 30 + turn));
      }
      return axis;
    });

    expect(grownMegabytes).toBeLessThan(1);
  });
});
