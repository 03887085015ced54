import type { OwnProvider } from './create-provider';

/** How orchestrators and terminals ask a process to end. */
const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/**
 * Exports what is left when the process ends. A signal that nobody else listens to ends the process afterwards, as it
 * would have without us; where the host listens, ending is the host's.
 */
export function shutDownWithProcess(own: OwnProvider): void {
  process.once('beforeExit', () => void own.shutdown());
  for (const signal of SIGNALS) {
    const end = (): void => {
      const isOurs = process.listenerCount(signal) === 0;
      void own.shutdown().then(() => {
        if (isOurs) process.kill(process.pid, signal);
      });
    };
    process.once(signal, end);
  }
}
