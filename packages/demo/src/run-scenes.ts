import { renderShowGreeting, renderShowSummary } from './output/show-report';
import type { TextSink } from './output/screen';
import { runScene, type SceneOptions, type ScenePlayed } from './run-scene';
import type { Scene } from './scenes/scene';
import { openPage } from './stage/open-page';

/** Where the page is; anywhere else where that is taken. */
const PAGE_PORTS = [9471, 0];

/** How scenes are played. */
export interface ScenesOptions extends Omit<SceneOptions, 'page' | 'place'> {
  /** Lets time pass as fast as the service answers; nobody can look at that, so there is no page. */
  readonly fast: boolean;
  /** Begins anew after the last one, until the signal aborts. Default: false. */
  readonly isEndless?: boolean;
}

/**
 * Plays scenes one after the other, each with a service of its own, with the live page at one address, and checks that
 * the metrics say what happened.
 *
 * @returns The exit code: 0 when all is equal and found, otherwise 1.
 */
export async function runScenes(
  scenes: readonly Scene[],
  { fast, isEndless = false, ...options }: ScenesOptions,
  output: TextSink,
): Promise<0 | 1> {
  const page = fast ? undefined : await openPage(PAGE_PORTS);
  const played: ScenePlayed[] = [];
  output.write(`${renderShowGreeting(scenes, page?.url).join('\n')}\n`);
  try {
    do {
      for (const [index, scene] of scenes.entries()) {
        const place = scenes.length === 1 ? {} : { place: `${index + 1} of ${scenes.length}` };
        played.push(await runScene(scene, { ...options, ...place, page }, output));
      }
    } while (isEndless);
  } catch (error) {
    if (options.signal?.aborted !== true) throw error;
  } finally {
    await page?.close();
  }
  output.write(`${renderShowSummary(played).join('\n')}\n`);
  return played.every(({ isRight }) => isRight) ? 0 : 1;
}
