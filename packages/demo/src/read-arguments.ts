import { parseArgs } from 'node:util';

/** How the demo was called. */
export interface Arguments {
  readonly once: boolean;
  readonly help: boolean;
  readonly seed: number;
  /** 0 is any. */
  readonly port: number;
  /** Visits that begin each second. */
  readonly rate: number;
}

const DEFAULTS = { seed: 7, port: 9470, rate: 4 } as const;
const RANGES = { seed: [0, 2 ** 32 - 1], port: [0, 65_535], rate: [1, 20] } as const;

export const USAGE = `pnpm demo [--once] [--seed N] [--port N] [--rate N]
  --once  plays a bounded run, compares the metrics with what was sent, and exits
  --seed  the same seed brings the same visitors (default ${String(DEFAULTS.seed)})
  --port  where the service listens; the next free one if it is taken (default ${String(DEFAULTS.port)})
  --rate  visits per second, 1 to 20 (default ${String(DEFAULTS.rate)})
`;

/** Reads the command line. @throws Error with a sentence for people */
export function readArguments(given: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: given.filter((argument) => argument !== '--'),
    options: {
      once: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      seed: { type: 'string' },
      port: { type: 'string' },
      rate: { type: 'string' },
    },
  });
  return {
    once: values.once,
    help: values.help,
    seed: readInteger('seed', values.seed),
    port: readInteger('port', values.port),
    rate: readInteger('rate', values.rate),
  };
}

function readInteger(name: keyof typeof RANGES, given: string | undefined): number {
  const value = given === undefined ? DEFAULTS[name] : Number(given);
  const [least, most] = RANGES[name];
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Error(`--${name} takes an integer from ${String(least)} to ${String(most)}`);
}
