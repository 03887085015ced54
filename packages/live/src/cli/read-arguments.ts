import { parseArgs } from 'node:util';

/** What was asked for on the command line. */
export type Asked =
  | { readonly kind: 'receive'; readonly port: number }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

/** The port of OTLP over HTTP. Source: OpenTelemetry protocol specification. */
const OTLP_PORT = 4318;
const HIGHEST_PORT = 65_535;

export const USAGE = `authmeter-live --otlp [PORT]

Receives OTLP over HTTP on a port of this machine, ${String(OTLP_PORT)} unless given, and serves the live page of
whoever sends there, on the same port.
`;

/** Reads the arguments after the name of the program. Never throws. */
export function readArguments(given: readonly string[]): Asked {
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      options: { otlp: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    if (values.help === true || given.length === 0) return { kind: 'help' };
    const [text = String(OTLP_PORT), ...rest] = positionals;
    const port = Number(text);
    const isPort = /^\d+$/.test(text) && port <= HIGHEST_PORT;
    if (values.otlp !== true || rest.length > 0 || !isPort) {
      return { kind: 'wrong', message: 'expected --otlp and at most one port, 0 to 65535' };
    }
    return { kind: 'receive', port };
  } catch (error) {
    return { kind: 'wrong', message: error instanceof Error ? error.message : String(error) };
  }
}
