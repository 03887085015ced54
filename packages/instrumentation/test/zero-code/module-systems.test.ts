import { COUNTED } from './counted';
import { installApp, removeApps, type AppOptions } from './install-app';
import { runApp } from './run-app';
import { BETWEEN, LOWEST, NEWEST, NEW_SHAPES } from './version-sets';

const REGISTER = '@authmeter/instrumentation/register';
const SECONDS = 1000;

interface VersionSet extends AppOptions {
  /** How Node is told to register, and the application. */
  readonly ways: readonly (readonly [flag: string, file: string])[];
}

const SETS: readonly (readonly [name: string, set: VersionSet])[] = [
  [
    'newest versions',
    {
      dependencies: NEWEST,
      ways: [
        ['--import', 'app.mjs'],
        ['--import', 'app.cjs'],
        ['--require', 'app.mjs'],
        ['--require', 'app.cjs'],
      ],
    },
  ],
  [
    'lowest versions',
    {
      dependencies: LOWEST,
      ways: [
        ['--import', 'app.mjs'],
        ['--require', 'app.cjs'],
      ],
    },
  ],
  [
    'versions in between',
    {
      dependencies: BETWEEN,
      ways: [
        ['--import', 'app.mjs'],
        ['--require', 'app.cjs'],
      ],
    },
  ],
  [
    'lowest versions of OpenTelemetry',
    {
      dependencies: NEW_SHAPES,
      opentelemetryOf: 'lowest-opentelemetry',
      ways: [
        ['--import', 'app.mjs'],
        ['--require', 'app.cjs'],
      ],
    },
  ],
];

afterAll(removeApps);

describe.each(SETS)('an application with the %s', (name, { ways, ...options }) => {
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
