import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PeerName, requirePeer } from './find-peer';
import { pollUntil } from './poll-until';

const READY_SECONDS = 30;
const STOP_MILLISECONDS = 10_000;
const TAIL_CHARACTERS = 4000;

/** How to run one server. */
export interface ServerCommand {
  readonly peer: PeerName;
  /** Writes what the server needs into its folder, and gives its arguments. */
  readonly prepare: (folder: string) => Promise<readonly string[]>;
  /** Variables on top of this process' own. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether the server answers; what it throws counts as "not yet". */
  readonly isReady: () => Promise<boolean>;
}

/** A server that was started and answered. */
export interface ServerProcess {
  /** Ends the server, at the latest by force after 10 s, and removes its folder. May be called again. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a server in a temporary folder of its own and waits until it answers.
 * @throws {Error} with the end of what the server wrote when it exits, or does not answer within 30 s
 */
export async function startServer(command: ServerCommand): Promise<ServerProcess> {
  const binary = requirePeer(command.peer);
  const folder = await mkdtemp(join(tmpdir(), `authmeter-${command.peer}-`));
  let child: ChildProcess | undefined;
  const stop = async (): Promise<void> => {
    if (child !== undefined) await endProcess(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const args = await command.prepare(folder);
    child = spawn(binary, args, {
      cwd: folder,
      env: { ...process.env, ...command.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    await waitUntilReady(child, command);
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function waitUntilReady(
  child: ChildProcess,
  { peer, isReady }: ServerCommand,
): Promise<void> {
  let output = '';
  const collect = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-TAIL_CHARACTERS);
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  // A test run that ends early must not leave its servers behind.
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));

  let end: string | undefined;
  child.once('error', (error) => (end = error.message));
  // Not at its exit, when the end of its output may still be on the way.
  child.once('close', (code, signal) => (end = `it exited with ${code ?? signal}`));
  const poll = async (): Promise<string | false> => end ?? ((await isReady()) && 'ready');
  const outcome = await pollUntil(poll, {
    what: 'its answer',
    timeoutSeconds: READY_SECONDS,
  }).catch((error: Error) => error.message);
  if (outcome !== 'ready') throw new Error(`${peer}: ${outcome}. It wrote:\n${output}`);
}

function endProcess(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_MILLISECONDS);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
