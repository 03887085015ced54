import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Longer than any part takes on a slow machine. */
const TIMEOUT_MILLISECONDS = 600_000;

/**
 * Runs a script of this package in a process of its own, with the garbage collector at hand, and returns the one
 * message that it sends. Throws when it ends without one.
 *
 * @param script Path below dist, without extension.
 */
export async function runChild<Message>(script: string, args: readonly string[]): Promise<Message> {
  const child = fork(join(__dirname, '..', `${script}.js`), args, {
    execArgv: ['--expose-gc'],
    timeout: TIMEOUT_MILLISECONDS,
  });
  const messages: Message[] = [];
  child.on('message', (message: Message) => messages.push(message));
  const [code] = (await once(child, 'exit')) as [number | null];
  const [message] = messages;
  if (message === undefined) throw new Error(`${script} ended with ${String(code)} and no result`);
  return message;
}

/** Sends the one message of a child, and ends it. */
export function answerParent(message: object): void {
  process.send?.(message, undefined, undefined, () => {
    process.exit(0);
  });
}

/** Megabytes on the heap after everything that can go is gone. */
export function heapMegabytes(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
