describe('the check of error codes', () => {
  it('finds a code that Better Auth added, and one that it dropped', async () => {
    const { judgeMeanings } = await import('../../better-auth/render-codes.mjs');
    const parts = [{ part: 'organization', codes: ['KNOWN', 'ADDED'] }];
    const meanings = new Map([
      ['KNOWN', 'beside'],
      ['DROPPED', 'beside'],
    ]);

    expect(judgeMeanings(parts, meanings)).toEqual([
      "gives ADDED of Better Auth's part organization no meaning",
      'names DROPPED, which Better Auth does not export',
    ]);
  });

  it('finds a plugin that nobody has looked at', async () => {
    const { findUnknownPlugins } = await import('../../better-auth/collect-codes.mjs');
    const exported = { admin: () => ({}), role: () => ({}), fingerprint: () => ({}), MARKER: 'x' };

    expect(findUnknownPlugins(exported)).toEqual(['fingerprint']);
  });

  it('collects the codes of the installed Better Auth, each once', async () => {
    const { collectCodes } = await import('../../better-auth/collect-codes.mjs');

    const parts = await collectCodes();

    const codes = parts.flatMap((part) => part.codes);
    expect(parts.map(({ part }) => part)).toEqual(
      expect.arrayContaining(['base', 'organization', 'twoFactor', 'apiKey', 'passkey']),
    );
    expect(codes.length).toBeGreaterThan(200);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
