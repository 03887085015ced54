import { parse } from 'yaml';
import { toYaml } from '../../src/yaml/to-yaml';

describe('toYaml', () => {
  it('says where it comes from, and comments on its parts', () => {
    const text = toYaml({ a: [{ b: 1 }], 'c.d': 2 }, { '': 'What it is.', 'a.0.b': 'Why.' });

    expect(text).toBe(`# Rendered by @authmeter/monitoring; render again rather than edit.
# What it is.

a:
  - # Why.
    b: 1
c.d: 2
`);
  });

  it('refuses a comment on a part that does not exist', () => {
    expect(() => toYaml({ a: 1 }, { b: 'Nobody reads this.' })).toThrow('there is no b');
  });

  it.each([
    ['long lines', 'x'.repeat(500)],
    ['several lines', 'a\nand b\n'],
    ['what looks like a number', '1e3'],
    ['what looks like a truth', 'no'],
    ['templates', '{{ $labels.job }}: "it"'],
  ])('keeps %s as they are', (_what, value) => {
    expect(parse(toYaml({ value }))).toEqual({ value });
    expect(toYaml({ value: 'x'.repeat(500) }).split('\n')[2]).toHaveLength(507);
  });

  it('writes a part that is used twice twice', () => {
    const part = { a: 1 };

    expect(toYaml({ x: part, y: part })).not.toContain('&');
  });
});
