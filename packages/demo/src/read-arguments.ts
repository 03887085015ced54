import { parseArgs } from 'node:util';
import type { Scene } from './scenes/scene';
import { SCENES } from './scenes/scenes';
import { FRAMEWORK_NAMES, type FrameworkName } from './frameworks/frameworks';

/** How the demo was called. */
export interface Arguments {
  /** Scenes, or everyday visitors: so many that it can be checked, or until it is ended. */
  readonly plays: 'scenes' | 'once' | 'traffic';
  readonly help: boolean;
  readonly framework: FrameworkName;
  /** Scenes that were asked for; undefined: none, so all are played in turn. */
  readonly scenes: readonly Scene[] | undefined;
  /** Whether scenes are played as fast as possible. */
  readonly fast: boolean;
  readonly seed: number;
  /** 0 is any. */
  readonly port: number;
  /** Visits that begin each second. */
  readonly rate: number;
}

const DEFAULTS = { seed: 7, port: 9470, rate: 4 } as const;
const RANGES = { seed: [0, 2 ** 32 - 1], port: [0, 65_535], rate: [1, 20] } as const;

/** Instead of the name of a scene. */
const ALL = 'all';

export const USAGE = `pnpm demo                plays all scenes, again and again, with a page to look at; without a terminal once, fast
pnpm demo --scene NAME   plays one scene with the page: ${SCENES.map(({ name }) => name).join(', ')}, or ${ALL}
pnpm demo --traffic      everyday visitors of a service, until Ctrl+C
pnpm demo --once         a bounded run of them, compares the metrics with what was sent, and exits

  --fast       lets the time of scenes pass as fast as the service answers, without a page
  --framework  of --traffic and --once: ${FRAMEWORK_NAMES.join(', ')} (default ${FRAMEWORK_NAMES[0] ?? ''})
  --seed       the same seed brings the same visitors (default ${String(DEFAULTS.seed)})
  --port       where the service listens; the next free one if it is taken (default ${String(DEFAULTS.port)})
  --rate       of --traffic: visits per second, 1 to 20 (default ${String(DEFAULTS.rate)})
`;

/** Reads the command line. @throws Error with a sentence for people */
export function readArguments(given: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: given.filter((argument) => argument !== '--'),
    options: {
      once: { type: 'boolean', default: false },
      traffic: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      fast: { type: 'boolean', default: false },
      scene: { type: 'string' },
      framework: { type: 'string' },
      seed: { type: 'string' },
      port: { type: 'string' },
      rate: { type: 'string' },
    },
  });
  const scenes = readScenes(values.scene);
  const plays = values.once ? 'once' : values.traffic ? 'traffic' : 'scenes';
  const isTraffic = plays !== 'scenes';
  if (isTraffic && (values.fast || scenes !== undefined)) {
    throw new Error('--scene and --fast do not go with --once and --traffic');
  }
  if (!isTraffic && values.framework !== undefined) {
    throw new Error('--framework goes with --once or --traffic; scenes are played in Express');
  }
  return {
    plays,
    help: values.help,
    framework: readFramework(values.framework),
    scenes,
    fast: values.fast,
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

function readScenes(given: string | undefined): readonly Scene[] | undefined {
  if (given === undefined) return undefined;
  const chosen = SCENES.filter(({ name }) => given === ALL || name === given);
  if (chosen.length > 0) return chosen;
  throw new Error(`--scene takes ${ALL} or one of ${SCENES.map(({ name }) => name).join(', ')}`);
}

function readInteger(name: keyof typeof RANGES, given: string | undefined): number {
  const value = given === undefined ? DEFAULTS[name] : Number(given);
  const [least, most] = RANGES[name];
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Error(`--${name} takes an integer from ${String(least)} to ${String(most)}`);
}
