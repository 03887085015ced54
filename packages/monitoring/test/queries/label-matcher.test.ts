import { matchValues, quote, renderMatcher } from '../../src/queries';

it('escapes what would end a string', () => {
  expect(quote('a"b\\c\nd')).toBe(String.raw`"a\"b\\c\nd"`);
});

it('takes values for literal where it has to write a regular expression', () => {
  expect(renderMatcher(matchValues('limiter', ['a.b', 'c|d']))).toBe(
    String.raw`limiter=~"a\\.b|c\\|d"`,
  );
  expect(renderMatcher(matchValues('limiter', ['a.b'], true))).toBe('limiter!="a.b"');
});
