import { renderSceneReport, renderSceneTitle } from './output/scene-report';
import type { TextSink } from './output/screen';
import type { Scene } from './scenes/scene';
import { compareIncrease } from './stage/compare-increase';
import { openPage } from './stage/open-page';
import { startStage, type StageOptions } from './stage/start-stage';
import { startRealStageTime } from './time/real-stage-time';
import { startVirtualTime } from './time/virtual-time';
import { scrape } from './truth/scrape';

/** The same for every scene, so that an open page goes on with the next one; any other where it is taken. */
const PAGE_PORTS = [9471, 0];

export interface ScenesOptions extends StageOptions {
  /** Lets time pass as fast as the service answers. */
  readonly fast: boolean;
}

/**
 * Plays scenes one after the other, each with a service of its own, and checks that the metrics say what happened.
 *
 * @returns The exit code: 0 when all is equal, otherwise 1.
 */
export async function runScenes(
  scenes: readonly Scene[],
  options: ScenesOptions,
  output: TextSink,
): Promise<0 | 1> {
  let exitCode: 0 | 1 = 0;
  for (const scene of scenes) {
    if (!(await runScene(scene, options, output))) exitCode = 1;
  }
  return exitCode;
}

async function runScene(
  scene: Scene,
  { fast, ...options }: ScenesOptions,
  output: TextSink,
): Promise<boolean> {
  const time = fast ? startVirtualTime(Date.now()) : startRealStageTime();
  // Nobody can look at what takes seconds, and the page lives in the real time.
  const page = fast ? undefined : await openPage(PAGE_PORTS);
  const readers = page === undefined ? [] : [page.reader];
  const stage = await startStage(time, { ...options, readers });
  try {
    const { service, truth } = stage.demo;
    output.write(`${renderSceneTitle(scene, service.url, page?.url).join('\n')}\n`);
    const before = await scrape(service.url);
    await stage.play(scene);
    await time.end();
    // What carries an address shows its zero first and its counts at the next scrape.
    await scrape(service.url);
    const comparison = compareIncrease(truth.series, before, await scrape(service.url));
    output.write(`${renderSceneReport(scene, truth, comparison).join('\n')}\n`);
    return comparison.differences.length === 0 && truth.surprises.length === 0;
  } finally {
    await stage.stop();
    await page?.close();
  }
}
