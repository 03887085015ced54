import { startReceiver } from '../otlp/start-receiver';
import { readArguments, USAGE } from './read-arguments';

/** Where a command writes. */
export interface CommandOutput {
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
}

/** What a command came to: an exit code, or a receiver that goes on. */
export type CommandResult =
  { readonly exitCode: number } | { readonly receiver: Awaited<ReturnType<typeof startReceiver>> };

/** Runs the command with the arguments after its name. Never rejects. */
export async function runCommand(
  args: readonly string[],
  { write, writeError }: CommandOutput,
): Promise<CommandResult> {
  const asked = readArguments(args);
  if (asked.kind === 'help') {
    write(USAGE);
    return { exitCode: 0 };
  }
  if (asked.kind === 'wrong') {
    writeError(`${asked.message}\n\n${USAGE}`);
    return { exitCode: 2 };
  }
  try {
    const receiver = await startReceiver(asked.port);
    const endpoint = receiver.url.slice(0, -1);
    write(
      `Live page: ${receiver.url}\nReceives OTLP over HTTP, JSON and protobuf. Start the service with\n` +
        `  OTEL_EXPORTER_OTLP_ENDPOINT=${endpoint} OTEL_METRIC_EXPORT_INTERVAL=5000\n`,
    );
    return { receiver };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const isTaken = code === 'EADDRINUSE';
    writeError(isTaken ? `Port ${String(asked.port)} is taken; give another.\n` : `${message}\n`);
    return { exitCode: 1 };
  }
}
