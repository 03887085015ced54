import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pollUntil } from '@authmeter/testkit';

const MAIN = join(__dirname, '../../../demo/dist/main.js');
const STOP_MILLISECONDS = 10_000;

/** The demo as a process of its own. */
export interface DemoProcess {
  readonly url: string;
  /** `host:port`. */
  readonly target: string;
  readonly stop: () => Promise<void>;
}

/** Starts the built demo, with its everyday visitors, on a free port. */
export async function startDemoProcess(): Promise<DemoProcess> {
  const child = spawn(process.execPath, [MAIN, '--traffic', '--port', '0', '--rate', '4'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = await pollUntil(() => /(http:\S+)\/metrics/.exec(output)?.[1], {
    what: `the demo to say where it is; it said: ${output}`,
  });
  return {
    url,
    target: new URL(url).host,
    stop: async () => {
      const force = setTimeout(kill, STOP_MILLISECONDS);
      child.kill('SIGTERM');
      await ended;
      clearTimeout(force);
      process.off('exit', kill);
    },
  };
}
