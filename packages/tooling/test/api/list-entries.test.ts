import { listEntries } from '../../api/render-reports.mjs';

describe('the entries that have a report', () => {
  it('are those with types, each with a file of its own', () => {
    const exports = {
      '.': { require: { types: './dist/index.d.ts', default: './dist/index.js' } },
      './conventions/more': { require: { types: './dist/c.d.ts', default: './dist/c.js' } },
      './register': { require: { default: './dist/register.js' } },
      './package.json': './package.json',
    };
    const manifest = { name: '@authmeter/core', exports };

    expect(
      listEntries({
        folder: 'core',
        path: 'packages/core',
        directory: '',
        isPublic: true,
        manifest,
      }),
    ).toEqual([
      { types: './dist/index.d.ts', path: 'packages/core/api/index.api.md' },
      { types: './dist/c.d.ts', path: 'packages/core/api/conventions-more.api.md' },
    ]);
  });
});
