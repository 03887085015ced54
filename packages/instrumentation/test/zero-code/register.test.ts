import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startOtlpSink } from '@authmeter/adapter-contract';
import { ATTEMPTS } from '@authmeter/core/conventions';
import { build } from 'esbuild';
import { installApp, removeApps } from './install-app';
import { runApp } from './run-app';
import { NEWEST } from './version-sets';

const REGISTER = '@authmeter/instrumentation/register';
const IMPORTED = ['--import', REGISTER];
const SECONDS = 1000;
const SIMPLE = { express: NEWEST['express'] ?? '', jsonwebtoken: NEWEST['jsonwebtoken'] ?? '' };

afterAll(removeApps);

describe('register', () => {
  const folder = installApp('register', {
    dependencies: {
      ...SIMPLE,
      '@opentelemetry/exporter-metrics-otlp-http': '@opentelemetry/exporter-metrics-otlp-http',
    },
  });
  const runOnce = [...IMPORTED, 'service.cjs', '--once'];

  it(
    'starts nothing that was not asked for, and is silent',
    async () => {
      const { output, errors, exitCode } = await runApp(folder, runOnce, { AUTHMETER_METRICS: '' });

      expect([output, errors, exitCode]).toEqual(['ready 200\n', '', 0]);
    },
    30 * SECONDS,
  );

  it(
    'is silent when it is asked for twice',
    async () => {
      const twice = ['--require', REGISTER, ...runOnce];
      const { output, errors, exitCode } = await runApp(folder, twice, { AUTHMETER_METRICS: '' });

      expect([output, errors, exitCode]).toEqual(['ready 200\n', '', 0]);
    },
    30 * SECONDS,
  );

  it(
    'does not start a process whose environment cannot be used, and says why',
    async () => {
      const { output, errors, exitCode } = await runApp(folder, runOnce, {
        AUTHMETER_TRUSTED_HOPS: 'many',
      });

      expect([output, exitCode]).toEqual(['', 1]);
      expect(errors).toContain(
        'AuthmeterOptionError: @authmeter/instrumentation/register: option "AUTHMETER_TRUSTED_HOPS" is "many"; allowed: an integer',
      );
    },
    30 * SECONDS,
  );

  it(
    'says what is missing for the metrics that were asked for, and runs the application all the same',
    async () => {
      const { output, errors, exitCode } = await runApp(
        installApp('without-exporter', {
          dependencies: SIMPLE,
          without: ['@opentelemetry/exporter-prometheus'],
        }),
        runOnce,
      );

      expect([output, exitCode]).toEqual(['ready 200\n', 0]);
      expect(errors).toContain(
        'AuthmeterWarning: AUTHMETER_METRICS=prometheus needs @opentelemetry/exporter-prometheus: npm install @opentelemetry/exporter-prometheus',
      );
    },
    30 * SECONDS,
  );

  it(
    'says that the port for metrics is taken, and runs the application all the same',
    async () => {
      const other = createServer().listen(0, '127.0.0.1');
      await once(other, 'listening');
      const { port } = other.address() as AddressInfo;
      const { output, errors, exitCode } = await runApp(folder, runOnce, {
        OTEL_EXPORTER_PROMETHEUS_PORT: String(port),
      });
      other.close();

      expect([output, exitCode]).toEqual(['ready 200\n', 0]);
      expect(errors).toContain(
        `AuthmeterWarning: AUTHMETER_METRICS=prometheus serves no metrics: listen EADDRINUSE: address already in use 127.0.0.1:${String(port)}. OTEL_EXPORTER_PROMETHEUS_PORT chooses another port`,
      );
    },
    30 * SECONDS,
  );

  it(
    'pushes what is left when the process is told to end, and lets it end as it would have',
    async () => {
      const sink = await startOtlpSink();
      const child = spawn(process.execPath, [...IMPORTED, 'service.cjs'], {
        cwd: folder,
        env: {
          ...process.env,
          NODE_OPTIONS: '',
          AUTHMETER_METRICS: 'otlp',
          OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
          OTEL_EXPORTER_OTLP_ENDPOINT: sink.endpoint,
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');

      child.kill('SIGTERM');
      const [exitCode, signal] = (await once(child, 'exit')) as [number | null, string | null];

      const points = sink.points(ATTEMPTS.name).filter(({ asDouble }) => asDouble > 0);
      await sink.close();
      expect([exitCode, signal]).toEqual([null, 'SIGTERM']);
      expect(points).toMatchObject([{ asDouble: 1 }]);
    },
    30 * SECONDS,
  );

  describe('with an application that is bundled', () => {
    beforeAll(async () => {
      await build({
        entryPoints: [join(folder, 'bundled.cjs')],
        outfile: join(folder, 'bundle.cjs'),
        bundle: true,
        platform: 'node',
        logLevel: 'silent',
        // OpenTelemetry says that its API must be left out of bundles: there may be one only.
        external: ['@opentelemetry/api'],
      });
    }, 30 * SECONDS);

    it(
      'sees nothing: there is no library to patch',
      async () => {
        const { counted } = await runApp(folder, [...IMPORTED, 'bundle.cjs']);

        expect(counted).toEqual([]);
      },
      30 * SECONDS,
    );

    it(
      'leaves it to the adapter, which works there',
      async () => {
        const { counted } = await runApp(folder, [...IMPORTED, 'bundle.cjs', '--adapter']);

        expect(counted).toEqual([
          'auth_attempts_total{outcome="success",method="jwt"} 1',
          'auth_token_validations_total{outcome="success",token_type="access"} 1',
        ]);
      },
      30 * SECONDS,
    );
  });
});
