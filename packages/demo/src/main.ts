import { diag, DiagConsoleLogger, DiagLogLevel } from '@opentelemetry/api';
import { readArguments, USAGE } from './read-arguments';
import { runOnce } from './run-once';
import { runScenes } from './run-scenes';
import { runUntil } from './run-until';
import { SCENES } from './scenes/scenes';

const STOPPING_SIGNALS = ['SIGINT', 'SIGTERM'] as const;

async function main(): Promise<number> {
  const given = readArguments(process.argv.slice(2));
  if (given.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  // A collector that cannot be reached is told nowhere else.
  diag.setLogger(new DiagConsoleLogger(), DiagLogLevel.ERROR);
  const { env, stdout } = process;
  const { framework, seed, port, rate } = given;
  const collectorUrl = env['OTEL_EXPORTER_OTLP_ENDPOINT'] || undefined;
  const userIdKey = env['AUTHMETER_USER_ID_KEY'] || undefined;
  const visited = { framework, seed, collectorUrl, userIdKey };
  switch (given.plays) {
    case 'once':
      return runOnce({ ...visited, ports: [0] }, stdout);
    case 'traffic':
      await runUntil(stopSignal(), { ...visited, ports: [port, 0], visitsPerSecond: rate }, stdout);
      return 0;
    case 'scenes': {
      const { scenes = SCENES } = given;
      // Whoever asked for nothing looks as long as they like; where nobody can look, it is soon over.
      const isAsked = given.scenes !== undefined || given.fast;
      const isEndless = !isAsked && stdout.isTTY;
      const fast = given.fast || (!isAsked && !stdout.isTTY);
      const options = { fast, isEndless, signal: stopSignal(), collectorUrl, ports: [port, 0] };
      return runScenes(scenes, options, stdout);
    }
  }
}

/** Aborts at the first Ctrl+C; the second ends the process. */
function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of STOPPING_SIGNALS) {
    process.once(signal, () => {
      stopping.abort();
    });
  }
  return stopping.signal;
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
