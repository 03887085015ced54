import { createCast, type Cast } from '../cast/cast';
import type { Scene } from '../scenes/scene';
import type { Limits } from '../service/rate-limits';
import { startDemo, type Demo, type DemoOptions } from '../start-demo';
import type { StageTime } from '../time/stage-time';
import { takeStep } from '../traffic/create-traffic';
import { planPlays, type PlannedPlay } from './plan-plays';
import { tellSecondOfPast } from './tell-the-past';
import { watchForAttacks, type AttackWatch } from './watch-for-attacks';

const MILLISECONDS_PER_SECOND = 1000;

/** So many that an attacker who tries 16 times a second meets it four times. */
const LIMITS: Pick<Limits, 'login'> = {
  login: { limit: 12, windowMilliseconds: 1000, keyOf: ({ address }) => address },
};

/** The least that argon2 takes: a scene is about who fails, and some have a thousand who do. */
const PASSWORD_MEMORY_KIBIBYTES = 1024;

/** A service and its cast, in a time of their own. */
export interface Stage {
  readonly demo: Demo;
  /** The attacks that the service's detectors have found. */
  readonly attacks: AttackWatch['found'];
  /** Lets the service have had so many seconds of everyday; the truth knows nothing of them. */
  liveThrough(seconds: number, onSecond?: () => Promise<void>): Promise<void>;
  /** Plays a scene to its end. */
  play(scene: Scene, onSecond?: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

/** Where a stage stands. */
export interface StageOptions extends Pick<
  DemoOptions,
  'ports' | 'readers' | 'collectorUrl' | 'serviceName'
> {
  /** Told of each attack when the detectors find it. */
  readonly onAttack?: (attack: AttackWatch['found'][number]) => void;
}

/** Starts the shop in Express, with detectors and its cast. */
export async function startStage(
  time: StageTime,
  { onAttack, ...options }: StageOptions,
): Promise<Stage> {
  const watch = watchForAttacks(time, onAttack);
  const demo = await startDemo({
    ...options,
    seed: 0,
    userIdKey: undefined,
    time,
    limits: LIMITS,
    passwordMemoryKibibytes: PASSWORD_MEMORY_KIBIBYTES,
    observers: [watch.observer],
  });
  const cast = await createCast(demo.service, time);
  const { meter } = cast.shop.parts;
  const passSeconds = async (
    seconds: number,
    each: (second: number) => void | Promise<void>,
    onSecond?: () => Promise<void>,
  ): Promise<void> => {
    const began = time.epochMilliseconds();
    for (let second = 0; second < seconds; second += 1) {
      await each(second);
      await time.passTo(began + (second + 1) * MILLISECONDS_PER_SECOND);
      await onSecond?.();
    }
  };
  return {
    demo,
    attacks: watch.found,
    liveThrough: (seconds, onSecond) =>
      passSeconds(
        seconds,
        (second) => {
          tellSecondOfPast(meter, second);
        },
        onSecond,
      ),
    play: async (scene, onSecond) => {
      const plays = [...planPlays(scene)];
      const began = time.epochMilliseconds();
      const playSecond = async (second: number): Promise<void> => {
        const end = (second + 1) * MILLISECONDS_PER_SECOND;
        for (;;) {
          const [next] = plays;
          if (next === undefined || next.at >= end) return;
          plays.shift();
          await time.passTo(began + next.at);
          await time.follow(() => playOne(demo, cast, next));
        }
      };
      scene.begins?.(cast);
      try {
        await passSeconds(scene.seconds, playSecond, onSecond);
      } finally {
        scene.ends?.(cast);
      }
    },
    stop: async () => {
      await time.end();
      await demo.stop();
    },
  };
}

/** Sends one request. */
async function playOne({ service, truth }: Demo, cast: Cast, planned: PlannedPlay): Promise<void> {
  const { visit, step } = planned.play(cast);
  truth.noteVisit(planned.name);
  await takeStep(service.url, visit, step, planned.name, truth);
}
