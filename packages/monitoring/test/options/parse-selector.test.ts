import { parseSelector } from '../../src/options/parse-selector';

describe('a selector', () => {
  it('is a list of matchers as PromQL writes them', () => {
    expect(parseSelector(`env="prod", region=~'eu-.+',tier!="gold",zone!~"a|b", `)).toEqual([
      { label: 'env', operator: '=', value: 'prod' },
      { label: 'region', operator: '=~', value: 'eu-.+' },
      { label: 'tier', operator: '!=', value: 'gold' },
      { label: 'zone', operator: '!~', value: 'a|b' },
    ]);
  });

  it('may hold commas, braces and escaped quotes inside a value', () => {
    expect(parseSelector(String.raw`note="a, b} \"c\" \\d"`)).toEqual([
      { label: 'note', operator: '=', value: String.raw`a, b} "c" \d` },
    ]);
  });

  it('may be empty', () => {
    expect(parseSelector('')).toEqual([]);
    expect(parseSelector(undefined)).toEqual([]);
  });

  it('may match the job, which every alert keeps', () => {
    expect(parseSelector('job=~"shop|api"')).toHaveLength(1);
  });

  it.each([
    'env',
    'env=prod',
    '{env="prod"}',
    'env="prod" region="eu"',
    'env="prod',
    'env=="prod"',
    '9env="prod"',
    'env="prod"}) or vector(1) #',
    'env=~"("',
  ])('that is none is refused: %s', (text) => {
    expect(() => parseSelector(text)).toThrow(/option "selector" is .* allowed: matchers as in/);
  });

  it.each([
    'outcome="failure"',
    'severity="critical"',
    'instance="a:1"',
    '__name__="up"',
    'le="1"',
  ])('on a label that the rules use themselves is refused: %s', (text) => {
    expect(() => parseSelector(text)).toThrow(/which rules use$/);
  });

  it('takes regular expressions of Go', () => {
    expect(parseSelector('env=~"(?i)prod"')).toHaveLength(1);
  });
});
