const OPTION = {
  name: 'size',
  type: 'number',
  unit: 'keys',
  default: '5',
  meaning: 'Most keys.',
  isRequired: false,
};

describe('the check of option docs', () => {
  it('finds options that do not tell their meaning, default or unit', async () => {
    const { findUndocumented } = await import('../../checks/option-docs.mjs');
    const options = [
      OPTION,
      { ...OPTION, name: 'given', default: undefined, isRequired: true },
      { ...OPTION, name: 'most', default: undefined },
      { ...OPTION, name: 'least', unit: '?', meaning: '' },
    ];
    const table = { folder: 'koa', type: 'LayerOptions', callers: [], meaning: '', options };

    expect(findUndocumented([table])).toEqual([
      {
        where: 'packages/koa LayerOptions.most',
        what: 'does not tell its default (“Default …”)',
      },
      {
        where: 'packages/koa LayerOptions.least',
        what: 'does not tell its meaning, its unit (“Most …”, “Number of …”, “Factor …”, or its name)',
      },
    ]);
  });
});
