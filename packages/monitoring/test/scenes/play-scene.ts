import {
  compareIncrease,
  scrape,
  startStage,
  startVirtualTime,
  type Sample,
  type Scene,
} from '@authmeter/demo';
import { recordSeries, type SeriesRecord } from './record-series';

/** Of everyday before every scene: alerts compare with an hour before, which is six minutes here. */
const PAST_SECONDS = 400;
export const SCRAPE_SECONDS = 5;
/** A moment in winter. Any would do; the same one gives the same run. */
const BEGINNING = Date.UTC(2025, 0, 15, 9);

/** What came of a scene. */
export interface PlayedScene {
  readonly record: SeriesRecord;
  readonly surprises: readonly string[];
  readonly comparison: ReturnType<typeof compareIncrease>;
  /** Kinds of attacks that the detectors found. */
  readonly found: readonly string[];
}

/** Plays a scene in virtual time over real HTTP, after an hour of everyday. */
export async function playScene(scene: Scene): Promise<PlayedScene> {
  const time = startVirtualTime(BEGINNING);
  const stage = await startStage(time, { ports: [0], collectorUrl: undefined });
  const { service, truth } = stage.demo;
  const record = recordSeries();
  let seconds = 0;
  const look = async (): Promise<readonly Sample[]> => {
    const samples = await scrape(service.url);
    record.note(samples);
    return samples;
  };
  const onSecond = async (): Promise<void> => {
    seconds += 1;
    if (seconds % SCRAPE_SECONDS === 0) await look();
  };
  try {
    await look();
    await stage.liveThrough(PAST_SECONDS, onSecond);
    const before = await scrape(service.url);
    await stage.play(scene, onSecond);
    await time.end();
    const after = await scrape(service.url);
    const { attacks } = stage;
    const comparison = compareIncrease({ truth: truth.series, attacks, before, after });
    const found = [...new Set(attacks.map(({ kind }) => kind))];
    return { record, surprises: truth.surprises, comparison, found };
  } finally {
    await stage.stop();
  }
}
