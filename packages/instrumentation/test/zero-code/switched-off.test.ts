import { LIBRARIES } from '../../src/library-names';
import { installApp, removeApps } from './install-app';
import { runApp } from './run-app';
import { NEWEST } from './version-sets';

const REGISTER = '@authmeter/instrumentation/register';
const SECONDS = 1000;

afterAll(removeApps);

describe('an application with every library switched off', () => {
  const folder = installApp('switched-off', { dependencies: NEWEST });

  it.each(['app.mjs', 'app.cjs'])(
    'answers as it does, and counts nothing: %s',
    async (file) => {
      const { counted, errors, exitCode } = await runApp(folder, ['--import', REGISTER, file], {
        AUTHMETER_DISABLED_LIBRARIES: LIBRARIES.join(', '),
      });

      expect([errors, exitCode]).toEqual(['', 0]);
      expect(counted).toEqual([]);
    },
    60 * SECONDS,
  );
});
