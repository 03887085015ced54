import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { findFreePort } from '@authmeter/testkit';

/** What a process said, and what it had counted when it ended. */
export interface AppRun {
  /** Series that are not zero, as Prometheus gets them, sorted; without sources, buckets and sums. */
  readonly counted: readonly string[];
  readonly output: string;
  readonly errors: string;
  readonly exitCode: number | null;
}

const SHOWN = /^auth_\w+(_total|hash_duration_seconds_count|up)\{/;
const LEDGERS = /^auth_(source|account|rate_limit_hits)/;
const SCOPE = /,?otel_scope_\w+="[^"]*"/g;

/**
 * Runs an application as its users would, and gives what it scraped of itself.
 *
 * @param parameters What is given to Node: options, and the file.
 */
export async function runApp(
  folder: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<AppRun> {
  const port = String(await findFreePort());
  const child = spawn(process.execPath, [...parameters], {
    cwd: folder,
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      AUTHMETER_METRICS: 'prometheus',
      OTEL_EXPORTER_PROMETHEUS_HOST: '127.0.0.1',
      OTEL_EXPORTER_PROMETHEUS_PORT: port,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, errors, exitCode] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ]);
  return { counted: linesOf(output), output, errors, exitCode };
}

function linesOf(output: string): readonly string[] {
  return output
    .split('\n')
    .filter((line) => SHOWN.test(line) && !LEDGERS.test(line))
    .map((line) => line.replaceAll(SCOPE, '').replace('{,', '{'))
    .filter((line) => !/ 0$/.test(line))
    .sort();
}
