describe('the check of decisions', () => {
  it('finds a number that is taken, a heading with another number, and a name without one', async () => {
    const { judgeDecisions } = await import('../../checks/decisions.mjs');
    const records = [
      { path: 'docs/decisions/0001-names.md', text: '# 1. Names\n' },
      { path: 'docs/decisions/0002-reasons.md', text: '# 2. Reasons\n' },
      { path: 'docs/decisions/0002-the-sdk.md', text: '# 2. The SDK\n' },
      { path: 'docs/decisions/0003-a-build.md', text: '# 30. A build\n' },
      { path: 'docs/decisions/notes.md', text: '# 4. Notes\n' },
    ];

    expect(judgeDecisions(records)).toEqual([
      {
        where: 'docs/decisions/0002-the-sdk.md',
        what: 'has the number of docs/decisions/0002-reasons.md',
      },
      { where: 'docs/decisions/0003-a-build.md', what: 'does not begin with "# 3. "' },
      { where: 'docs/decisions/notes.md', what: 'is not named 0000-what-it-decides.md' },
    ]);
  });
});
