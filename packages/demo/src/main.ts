import { diag, DiagConsoleLogger, DiagLogLevel } from '@opentelemetry/api';
import { readArguments, USAGE } from './read-arguments';
import { runOnce } from './run-once';
import { runScenes } from './run-scenes';
import { runUntil } from './run-until';

const STOPPING_SIGNALS = ['SIGINT', 'SIGTERM'] as const;

async function main(): Promise<number> {
  const { once, help, framework, scenes, fast, seed, port, rate } = readArguments(
    process.argv.slice(2),
  );
  if (help) {
    process.stdout.write(USAGE);
    return 0;
  }
  // A collector that cannot be reached is told nowhere else.
  diag.setLogger(new DiagConsoleLogger(), DiagLogLevel.ERROR);
  const { env, stdout } = process;
  const shared = {
    framework,
    seed,
    collectorUrl: env['OTEL_EXPORTER_OTLP_ENDPOINT'] || undefined,
    userIdKey: env['AUTHMETER_USER_ID_KEY'] || undefined,
  };
  if (scenes.length > 0) {
    const { collectorUrl } = shared;
    return runScenes(scenes, { fast, collectorUrl, ports: [port, 0] }, stdout);
  }
  if (once) return runOnce({ ...shared, ports: [0] }, stdout);
  const stopping = new AbortController();
  for (const signal of STOPPING_SIGNALS) {
    process.once(signal, () => {
      stopping.abort();
    });
  }
  await runUntil(stopping.signal, { ...shared, ports: [port, 0], visitsPerSecond: rate }, stdout);
  return 0;
}

main().then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    process.stderr.write(`demo: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
