import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedFolders } from '../../src/parts/import';

describe('the folders whose packed size is measured', () => {
  it('are those that npm gets, one for each published package', () => {
    const folders = publishedFolders();

    expect(folders.map((folder) => folder.split('/').slice(-2).join('/'))).toEqual(
      expect.arrayContaining(['audit/npm', 'core/npm', 'nestjs/npm']),
    );
    expect(folders.filter((folder) => !folder.endsWith('/npm'))).toEqual([]);
  });

  it('hold what was built, under the name of the package', () => {
    const core = publishedFolders().find((folder) => folder.endsWith('core/npm')) ?? '';

    expect(existsSync(join(core, 'dist/index.js'))).toBe(true);
    expect(JSON.parse(readFileSync(join(core, 'package.json'), 'utf8'))).toMatchObject({
      name: '@authmeter/core',
    });
  });
});
