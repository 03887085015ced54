import { COUNTED } from './counted';
import { installApp, removeApps } from './install-app';
import { runApp } from './run-app';
import { VERSION_SETS } from './version-sets';

const REGISTER = '@authmeter/instrumentation/register';
const SECONDS = 1000;

afterAll(removeApps);

describe.each(VERSION_SETS)('an application with the $name', ({ name, ways, ...options }) => {
  let folder = '';
  beforeAll(() => {
    folder = installApp(name.replaceAll(' ', '-'), options);
  });

  it.each(ways)(
    'reports its authentications without a change to its code: node %s …/register %s',
    async (flag, file) => {
      const { counted, errors, exitCode } = await runApp(folder, [flag, REGISTER, file]);

      expect(errors).toBe('');
      expect(exitCode).toBe(0);
      expect(counted).toEqual(COUNTED);
    },
    60 * SECONDS,
  );
});
