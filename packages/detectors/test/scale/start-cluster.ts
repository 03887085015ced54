import { spawn } from 'node:child_process';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A login as the service understands it. */
export interface Login {
  readonly account: string;
  readonly source: string;
  readonly password: 'right' | 'wrong';
}

/** A running service of several processes behind one port. */
export interface ClusterService {
  /** Logs in over a connection of its own, which goes to the next process in turn; gives the number of the process. */
  readonly login: (login: Login) => Promise<string>;
  /** Logs in over one connection, which stays with one process. */
  readonly loginAgain: (login: Login) => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Starts the service and waits until all its processes listen. */
export async function startCluster(processes: number, otlpUrl: string): Promise<ClusterService> {
  const script = join(__dirname, 'cluster-service.mjs');
  const child = spawn(process.execPath, [script, String(processes), otlpUrl], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const lines = createInterface({ input: child.stdout });
  const port = await new Promise<number>((resolve, reject) => {
    lines.once('line', (line) => resolve(Number(line)));
    child.once('exit', (code) => reject(new Error(`the service exited with ${String(code)}`)));
  });
  const one = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    login: (login) => send(port, login, false),
    loginAgain: (login) => send(port, login, one),
    stop: async () => {
      one.destroy();
      child.stdin.end();
      await gone;
      process.off('exit', kill);
    },
  };
}

function send(port: number, login: Login, agent: Agent | false): Promise<string> {
  const path = `/?${new URLSearchParams({ ...login }).toString()}`;
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, agent }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.once('end', () => resolve(body));
    })
      .once('error', reject)
      .end();
  });
}
