import { COUNTED } from './counted';
import { installApp, removeApps } from './install-app';
import { runApp } from './run-app';
import { NEWEST } from './version-sets';

const OURS = '@authmeter/instrumentation/register';
const AUTO = '@opentelemetry/auto-instrumentations-node/register';
const SECONDS = 1000;
/** Spans of servers that were told how authentication ended. */
function toldSpans(output: string, outcome: string): number {
  return output.match(new RegExp(`'auth.outcome': '${outcome}'`, 'g'))?.length ?? 0;
}

/** What the SDK of the service reads; ours is asked for nothing. */
const ENVIRONMENT = {
  AUTHMETER_METRICS: '',
  OTEL_METRICS_EXPORTER: 'prometheus',
  OTEL_TRACES_EXPORTER: 'console',
  OTEL_LOGS_EXPORTER: 'none',
  OTEL_NODE_RESOURCE_DETECTORS: 'none',
};

afterAll(removeApps);

describe('an application that OpenTelemetry instruments', () => {
  let folder = '';
  beforeAll(() => {
    folder = installApp('opentelemetry', {
      dependencies: {
        ...NEWEST,
        '@opentelemetry/auto-instrumentations-node': '@opentelemetry/auto-instrumentations-node',
        '@opentelemetry/sdk-node':
          '@opentelemetry/auto-instrumentations-node:@opentelemetry/sdk-node',
      },
    });
  });

  it.each([
    ['ES modules', AUTO, OURS, 'app.mjs'],
    ['ES modules', OURS, AUTO, 'app.mjs'],
    ['CommonJS', AUTO, OURS, 'app.cjs'],
    ['CommonJS', OURS, AUTO, 'app.cjs'],
  ])(
    'reports its authentications through the provider of the service: %s, %s before %s',
    async (_system, first, second, file) => {
      const parameters = ['--import', first, '--import', second, file];
      const { counted, output, exitCode } = await runApp(folder, parameters, ENVIRONMENT);

      expect(exitCode).toBe(0);
      expect(counted).toEqual(COUNTED);
      expect([toldSpans(output, 'success'), toldSpans(output, 'failure')]).toEqual([5, 13]);
      expect(output).toContain("'error.type': 'expired_token'");
      expect(output).not.toContain('eyJ');
    },
    90 * SECONDS,
  );

  it(
    'reports through an instrumentation that the service hands to its SDK',
    async () => {
      const { counted, output, exitCode } = await runApp(folder, ['sdk.cjs'], ENVIRONMENT);

      expect(exitCode).toBe(0);
      expect(counted).toEqual(COUNTED);
      expect(output).not.toContain('eyJ');
    },
    90 * SECONDS,
  );
});
