import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the examples read from the environment. */
export const SECRETS = {
  JWT_SECRET: 'a secret that only this test signs with',
  METRICS_TOKEN: 'a token that only this test scrapes with',
  AUTH_USER_ID_KEY: 'a key that only this test hashes with',
};

/** An example that runs as a process of its own and listens. */
export interface RunningExample {
  /** Its origin, without a slash at the end. */
  readonly url: string;
  /** Asks it to end as an orchestrator does, and waits until it has. */
  stop(): Promise<void>;
}

/**
 * Starts an example as a user would, and waits until it answers. Rejects with its errors when it ends before.
 *
 * @param file Absolute path of the example.
 */
export async function startExample(
  file: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningExample> {
  const port = await findFreePort();
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, ...SECRETS, ...environment, PORT: String(port), NODE_ENV: 'test' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const exited = once(child, 'exit');
  const url = `http://127.0.0.1:${String(port)}`;
  while (!(await isListening(url))) {
    if (child.exitCode !== null) throw new Error(`${file} ended before it listened:\n${errors}`);
  }
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** A preflight is no attempt, so asking this way counts nothing. */
async function isListening(url: string): Promise<boolean> {
  try {
    await fetch(url, { method: 'OPTIONS' });
    return true;
  } catch {
    return false;
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
