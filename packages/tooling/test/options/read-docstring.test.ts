describe('readDocstring', () => {
  it.each([
    ['Most addresses, 1 to 9. Default 100.', 'Most addresses, 1 to 9.', '100'],
    [
      'Who. Default: `a.b`, or else none. Not in tests.',
      'Who. Not in tests.',
      '`a.b`, or else none',
    ],
    ['Default 1; without meaning beside `x`.', '; without meaning beside `x`.', '1'],
    ['Broken\n   over lines. Default:\n none.', 'Broken over lines.', 'none'],
    ['By default nothing.', 'By default nothing.', undefined],
  ])('takes %j apart', async (text, meaning, byDefault) => {
    const { readDocstring } = await import('../../options/read-docstring.mjs');

    expect(readDocstring(text)).toEqual({ meaning, default: byDefault });
  });
});

describe('readUnit', () => {
  it.each([
    ['timeoutMilliseconds', 'How long.', 'ms'],
    ['windowSeconds', 'How long.', 's'],
    ['maxQueue', 'Most events that wait.', 'events'],
    ['trustedHops', 'Number of proxies in front.', 'proxies'],
    ['share', 'Share of the events.', 'share'],
    ['timeScale', 'Factor of all windows.', 'factor'],
    ['size', 'How large.', undefined],
  ])('finds the unit of %s', async (name, meaning, unit) => {
    const { readUnit } = await import('../../options/read-docstring.mjs');

    expect(readUnit(name, meaning)).toBe(unit);
  });
});
