import { renderMoment, renderSceneReport, renderSceneTitle } from './output/scene-report';
import type { TextSink } from './output/screen';
import type { Scene } from './scenes/scene';
import { compareIncrease } from './stage/compare-increase';
import type { ScenePage } from './stage/open-page';
import { startStage, type StageOptions } from './stage/start-stage';
import { watchAlerts } from './stage/watch-alerts';
import { startRealStageTime } from './time/real-stage-time';
import { startVirtualTime } from './time/virtual-time';
import { scrape } from './truth/scrape';

/** How a scene is played, and who looks. */
export interface SceneOptions extends Pick<StageOptions, 'ports' | 'collectorUrl'> {
  /** Which one of how many, such as `2 of 9`; absent where it is the only one. */
  readonly place?: string;
  /** Somebody looks at it, in real time; undefined lets time pass as fast as the service answers. */
  readonly page: ScenePage | undefined;
  /** Ends it early; then it rejects. */
  readonly signal?: AbortSignal;
}

/** What came of a scene. */
export interface ScenePlayed {
  readonly scene: Scene;
  readonly requests: number;
  /** Whether the metrics say what was sent, and the detectors found what it is made of. */
  readonly isRight: boolean;
}

/** Plays one scene, with a service of its own, and tells what happens as it happens. */
export async function runScene(
  scene: Scene,
  { page, place, signal, ...options }: SceneOptions,
  output: TextSink,
): Promise<ScenePlayed> {
  // The page lives in the real time.
  const time = page === undefined ? startVirtualTime(Date.now()) : startRealStageTime();
  const tell = (lines: readonly string[]): void => void output.write(`${lines.join('\n')}\n`);
  let began = time.epochMilliseconds();
  const tellMoment = (what: string): void => {
    tell([renderMoment(time.epochMilliseconds() - began, what)]);
  };
  const stage = await startStage(time, {
    ...options,
    // The page names the service: so it says which scene it shows.
    serviceName: `demo: ${scene.name}`,
    readers: page === undefined ? [] : [page.turn()],
    onAttack: ({ kind, severity }) => {
      tellMoment(`detected: ${kind}, ${severity}`);
    },
  });
  const alerts =
    page &&
    watchAlerts(page.url, (alert) => {
      tellMoment(`alert:    ${alert}`);
    });
  try {
    const { service, truth } = stage.demo;
    tell(
      renderSceneTitle(scene, { place, serviceUrl: service.url, isWatched: page !== undefined }),
    );
    const before = await scrape(service.url);
    began = time.epochMilliseconds();
    await stage.play(scene, async () => {
      signal?.throwIfAborted();
      await alerts?.look();
    });
    await time.end();
    // What carries an address shows its zero first and its counts at the next scrape.
    await scrape(service.url);
    const after = await scrape(service.url);
    const { attacks } = stage;
    const comparison = compareIncrease({ truth: truth.series, attacks, before, after });
    const found = [...new Set(attacks.map(({ kind }) => kind))];
    const report = { truth, comparison, found, fired: alerts?.fired };
    tell(renderSceneReport(scene, report));
    const isRight =
      comparison.differences.length === 0 &&
      truth.surprises.length === 0 &&
      found.join() === scene.detects.join();
    return { scene, requests: truth.requests, isRight };
  } finally {
    await stage.stop();
  }
}
