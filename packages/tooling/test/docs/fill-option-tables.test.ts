const TABLE = {
  folder: 'koa',
  type: 'LayerOptions',
  callers: ['observe'],
  meaning: '',
  options: [
    { name: 'mode', type: `'a' | 'b'`, unit: '', default: '`a`', meaning: 'M.', isRequired: false },
    {
      name: 'most',
      type: 'number',
      unit: 'keys',
      default: undefined,
      meaning: 'N.',
      isRequired: true,
    },
  ],
};

describe('fillOptionTables', () => {
  it('replaces the table behind a mark, and nothing else', async () => {
    const { fillOptionTables } = await import('../../docs/fill-option-tables.mjs');
    const page =
      'Before.\n\n<!-- options: koa LayerOptions -->\n\n| Stale |\n| ----- |\n\nAfter.\n';

    const filled = await fillOptionTables(page, [TABLE], __filename);

    expect(filled).toBe(
      [
        'Before.',
        '',
        '<!-- options: koa LayerOptions -->',
        '',
        '| Option | Type         | Unit | Default      | Meaning |',
        '| ------ | ------------ | ---- | ------------ | ------- |',
        "| `mode` | `'a' \\| 'b'` |      | `a`          | M.      |",
        '| `most` | `number`     | keys | **required** | N.      |',
        '',
        'After.',
        '',
      ].join('\n'),
    );
    await expect(fillOptionTables(filled, [TABLE], __filename)).resolves.toBe(filled);
  });

  it('puts a table where there is none yet, apart from what follows', async () => {
    const { fillOptionTables } = await import('../../docs/fill-option-tables.mjs');
    const page = '<!-- options: koa LayerOptions -->\n\nAfter.\n';

    const filled = await fillOptionTables(page, [TABLE], __filename);

    expect(filled).toMatch(/^<!-- .* -->\n\n\| Option [^]*N\. +\|\n\nAfter\.\n$/);
  });

  it('refuses a mark that names no options', async () => {
    const { fillOptionTables } = await import('../../docs/fill-option-tables.mjs');
    const page = '<!-- options: koa Gone -->\n\n';

    await expect(fillOptionTables(page, [TABLE], __filename)).rejects.toThrow(
      'koa has no options called Gone',
    );
  });
});
