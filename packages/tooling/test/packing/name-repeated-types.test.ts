import { nameRepeatedTypes } from '../../packing/name-repeated-types.mjs';

const ATTEMPTS = `{
    readonly name: 'auth.attempts';
    readonly attributes: readonly ['outcome', 'reason'];
}`;
const DEEPER = ATTEMPTS.replaceAll('\n', '\n    ');

describe('declarations in which repeated types are named', () => {
  it('write the type of a constant once', () => {
    const text = `declare const ATTEMPTS: ${ATTEMPTS};
declare const CATALOGUE: readonly [${DEEPER}, { readonly name: 'other' }];
`;

    expect(nameRepeatedTypes(text)).toBe(`declare const ATTEMPTS: ${ATTEMPTS};
declare const CATALOGUE: readonly [typeof ATTEMPTS, { readonly name: 'other' }];
`);
  });

  it('name the larger of two types that fit', () => {
    const text = `declare const INNER: ${ATTEMPTS};
declare const OUTER: { readonly inner: ${ATTEMPTS}; readonly seeds: readonly ['000'] };
declare const ALL: readonly [{ readonly inner: ${ATTEMPTS}; readonly seeds: readonly ['000'] }];
`;

    expect(nameRepeatedTypes(text)).toBe(`declare const INNER: ${ATTEMPTS};
declare const OUTER: { readonly inner: typeof INNER; readonly seeds: readonly ['000'] };
declare const ALL: readonly [typeof OUTER];
`);
  });

  it('leave the second of two equal constants as it is written, and what is short', () => {
    const text = `declare const FIRST: ${ATTEMPTS};
declare const SECOND: { readonly other: string };
declare const THIRD: { readonly first: string; readonly second: { readonly other: string } };
interface Unrelated { readonly attempts: ${ATTEMPTS} }
`;

    expect(nameRepeatedTypes(text)).toBe(text);
  });

  it('keep docstrings', () => {
    const text = `/** All attempts. */
declare const ATTEMPTS: ${ATTEMPTS};
/** All metrics. */
declare const CATALOGUE: readonly [${DEEPER}];
`;

    expect(nameRepeatedTypes(text)).toContain(
      '/** All metrics. */\ndeclare const CATALOGUE: readonly [typeof ATTEMPTS];',
    );
  });
});
