import type { Cast } from '../cast/cast';
import { EVERYDAY } from '../scenes/everyday';
import type { Scene } from '../scenes/scene';
import type { Play, Stream } from '../scenes/stream';

const MILLISECONDS_PER_SECOND = 1000;

/** One request of a scene, and when it is sent. */
export interface PlannedPlay {
  /** Milliseconds after the beginning. */
  readonly at: number;
  readonly name: string;
  readonly play: (cast: Cast) => Play;
}

/** Everything that happens in a scene, in order: everyday as far as it goes on, and what is special. */
export function planPlays({
  seconds,
  streams = [],
  moments = [],
  replaces = [],
}: Scene): readonly PlannedPlay[] {
  const goesOn = EVERYDAY.filter(({ name }) => !replaces.includes(name));
  const flowing = [...goesOn, ...streams];
  return [
    ...flowing.flatMap((stream, index) => spread(stream, seconds, index / flowing.length)),
    ...moments.map(({ atSecond, name, play }) => ({
      at: atSecond * MILLISECONDS_PER_SECOND,
      name,
      play,
    })),
  ].sort((one, other) => one.at - other.at);
}

/** How often something happens that does so regularly, the first time after a part of its interval. */
export function timesIn(seconds: number, perSecond: number, phase: number): number {
  return Math.max(0, Math.ceil(seconds * perSecond - phase));
}

function spread(stream: Stream, seconds: number, phase: number): readonly PlannedPlay[] {
  const { name, perSecond, play } = stream;
  return Array.from({ length: timesIn(seconds, perSecond, phase) }, (_, n) => ({
    at: ((n + phase) / perSecond) * MILLISECONDS_PER_SECOND,
    name,
    play: (cast) => play(cast, n),
  }));
}
