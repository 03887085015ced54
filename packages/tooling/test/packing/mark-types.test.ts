import { markTypes } from '../../packing/mark-types.mjs';

describe('declarations in which types are marked', () => {
  it.each([
    ['all values', 'export { A, B };\n', ['A', 'B'], 'export { A, B };\n'],
    ['all types', 'export { A, B };\n', [], 'export type { A, B };\n'],
    ['both', 'export { A, B };\n', ['B'], 'export { B };\nexport type { A };\n'],
    [
      'names of another file',
      "export { A, B } from './shared.js';\n",
      ['B'],
      "export { B } from './shared.js';\nexport type { A } from './shared.js';\n",
    ],
    [
      'names under which others know them',
      'export { A as B, B as A };\n',
      ['B'],
      'export { A as B };\nexport type { B as A };\n',
    ],
    [
      'names that are marked',
      'export { type A, B };\n',
      ['B'],
      'export { B };\nexport type { A };\n',
    ],
    ['lists that are marked', 'export type { A, B };\n', [], 'export type { A, B };\n'],
    ['nothing', 'export {};\n', [], 'export {};\n'],
    ['what is there already', "export * from './a.js';\n", [], "export * from './a.js';\n"],
  ])('export %s as what they are', (_, text, values, marked) => {
    expect(markTypes(`/** A. */\ndeclare class A {}\n${text}`, new Set(values))).toBe(
      `/** A. */\ndeclare class A {}\n${marked}`,
    );
  });
});
