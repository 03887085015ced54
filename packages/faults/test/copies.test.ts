import { ATTEMPTS, OPERATION_DURATION, prometheusName } from '@authmeter/core/conventions';
import { createInstallation, type Installation } from './support/install';

const NEW_API = '@opentelemetry/api';
const OLD_API = 'opentelemetry-api-1.9';

describe('a process with', () => {
  let installation: Installation;
  beforeEach(() => {
    installation = createInstallation();
    installation.add('@opentelemetry/sdk-metrics');
  });
  afterEach(() => installation.remove());

  it('two copies of core counts each event once, in one series', async () => {
    installation.add('@opentelemetry/api');
    installation.add('@opentelemetry/exporter-prometheus');
    installation.addCore('@authmeter/core');
    installation.addCore('dependency/node_modules/@authmeter/core');
    installation.addProgram('dependency', 'dependency.cjs');

    const lines = (await installation.run('two-copies.cjs')).split('\n');

    const attempts = lines.filter((line) => line.startsWith(`${prometheusName(ATTEMPTS)}{`));
    const durations = lines.filter((line) =>
      line.startsWith(`${prometheusName(OPERATION_DURATION)}_count{`),
    );
    const expired =
      'outcome="failure",reason="expired_token",error_type="expired_token",method="jwt"';
    expect(attempts.filter((line) => !line.endsWith(' 0'))).toEqual([
      `${prometheusName(ATTEMPTS)}{outcome="success",method="jwt"} 2`,
      `${prometheusName(ATTEMPTS)}{${expired}} 1`,
    ]);
    expect(durations).toContain(
      `${prometheusName(OPERATION_DURATION)}_count{operation="authenticate",outcome="success"} 2`,
    );
  });

  const runWith = async (hostApi: string, ourApi: string): Promise<unknown> => {
    installation.add('@opentelemetry/api', hostApi);
    installation.addCore('@authmeter/core', ourApi);
    return JSON.parse(await installation.run('two-apis.cjs'));
  };

  it('API 1.10 in the host and 1.9 beside core counts', async () => {
    expect(await runWith(NEW_API, OLD_API)).toEqual({ byGlobal: 1, handedOver: 1 });
  });

  it('API 1.9 in the host and 1.10 beside core says so, and counts what is handed a provider', async () => {
    expect(await runWith(OLD_API, NEW_API)).toEqual({
      byGlobal: 0,
      handedOver: 1,
      warning: expect.stringContaining('another version of @opentelemetry/api'),
    });
  });
});
