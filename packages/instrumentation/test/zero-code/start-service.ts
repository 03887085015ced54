import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { pollUntil } from '@authmeter/testkit';

/** A service that runs until it is stopped. */
export interface RunningService {
  readonly child: ChildProcess;
  /** What it wrote to the error stream so far. */
  errors(): string;
  /** Ends it by a signal; gives the code and the signal that ended it. */
  stop(): Promise<readonly [exitCode: number | null, signal: string | null]>;
}

/** Starts a service as its users would, and waits until it says that it is ready. */
export async function startService(
  folder: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<RunningService> {
  const child = spawn(process.execPath, [...parameters], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: '', NODE_OPTIONS: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  await pollUntil(() => (output.includes('ready 200\n') ? true : undefined), {
    what: 'the service',
  });
  return {
    child,
    errors: () => errors,
    stop: async () => {
      const [exitCode, signal] = endOf(child);
      if (exitCode === null && signal === null) {
        const exit = once(child, 'exit');
        child.kill('SIGTERM');
        await exit;
      }
      return endOf(child);
    },
  };
}

function endOf({ exitCode, signalCode }: ChildProcess): readonly [number | null, string | null] {
  return [exitCode, signalCode];
}
