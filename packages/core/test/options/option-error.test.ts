import { AuthmeterOptionError, describeValue } from '../../src/options/option-error';

describe('describeValue', () => {
  it.each<readonly [unknown, string]>([
    ['text', '"text"'],
    ['a "quoted"\nline', '"a \\"quoted\\"\\nline"'],
    ['x'.repeat(61), `"${'x'.repeat(60)}…"`],
    [7, '7'],
    [Number.NaN, 'NaN'],
    [7n, '7'],
    [true, 'true'],
    [null, 'null'],
    [undefined, 'undefined'],
    [Symbol('s'), 'Symbol(s)'],
    [() => 1, 'a function'],
    [[1, 2], 'an array of 2'],
    [Object.create(null), 'an object'],
    [{ secret: 'hidden' }, 'an object'],
  ])('describes %p as %s', (value, expected) => {
    expect(describeValue(value)).toBe(expected);
  });
});

describe('AuthmeterOptionError', () => {
  it('is a type error that says who refused what, and what would do', () => {
    const error = new AuthmeterOptionError('createThing', 'size', 0, 'an integer above 0');

    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).toBe(
      'AuthmeterOptionError: createThing: option "size" is 0; allowed: an integer above 0',
    );
  });

  it('shows the type alone of what may be a secret', () => {
    const error = new AuthmeterOptionError('createThing', 'key', 'hunter2', 'a longer key', true);

    expect(error.message).toBe(
      'createThing: option "key" is a value of type string; allowed: a longer key',
    );
  });
});
