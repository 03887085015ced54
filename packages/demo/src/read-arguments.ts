import { parseArgs } from 'node:util';
import { FRAMEWORK_NAMES, type FrameworkName } from './frameworks/frameworks';

/** How the demo was called. */
export interface Arguments {
  readonly once: boolean;
  readonly help: boolean;
  readonly framework: FrameworkName;
  readonly seed: number;
  /** 0 is any. */
  readonly port: number;
  /** Visits that begin each second. */
  readonly rate: number;
}

const DEFAULTS = { seed: 7, port: 9470, rate: 4 } as const;
const RANGES = { seed: [0, 2 ** 32 - 1], port: [0, 65_535], rate: [1, 20] } as const;

export const USAGE = `pnpm demo [--framework NAME] [--once] [--seed N] [--port N] [--rate N]
  --framework  ${FRAMEWORK_NAMES.join(', ')} (default ${FRAMEWORK_NAMES[0] ?? ''})
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
      framework: { type: 'string' },
      seed: { type: 'string' },
      port: { type: 'string' },
      rate: { type: 'string' },
    },
  });
  return {
    once: values.once,
    help: values.help,
    framework: readFramework(values.framework),
    seed: readInteger('seed', values.seed),
    port: readInteger('port', values.port),
    rate: readInteger('rate', values.rate),
  };
}

function readFramework(given: string = FRAMEWORK_NAMES[0] ?? ''): FrameworkName {
  const name = FRAMEWORK_NAMES.find((each) => each === given);
  if (name !== undefined) return name;
  throw new Error(`--framework takes one of ${FRAMEWORK_NAMES.join(', ')}`);
}

function readInteger(name: keyof typeof RANGES, given: string | undefined): number {
  const value = given === undefined ? DEFAULTS[name] : Number(given);
  const [least, most] = RANGES[name];
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Error(`--${name} takes an integer from ${String(least)} to ${String(most)}`);
}
