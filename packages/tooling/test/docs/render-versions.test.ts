import { VERSION } from '../../../core/src/version';
import { renderVersions } from '../../docs/render-versions.mjs';
import { readWorkspace } from '../../workspace/read-workspace.mjs';

describe('version.ts', () => {
  it('is generated from the package.json of the packages that have one', () => {
    const core = renderVersions(readWorkspace()).find(({ path }) =>
      path.startsWith('packages/core/'),
    );

    expect(core?.path).toBe('packages/core/src/version.ts');
    expect(core?.text).toContain(`export const VERSION = '${VERSION}';`);
  });
});
