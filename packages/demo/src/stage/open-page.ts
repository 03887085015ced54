import { createLive } from '@authmeter/live';
import type { IMetricReader } from '@opentelemetry/sdk-metrics';
import { SCENE_TIME_SCALE } from '../scenes/scene';

/** The live page of a scene, on a port of its own. */
export interface ScenePage {
  readonly url: string;
  readonly reader: IMetricReader;
  close(): Promise<void>;
}

/** Opens the page, whose alerts look ten times as fast, on the first of these ports that is free; 0 is any. */
export async function openPage(ports: readonly number[]): Promise<ScenePage> {
  const live = createLive({ timeScale: SCENE_TIME_SCALE });
  const [port = 0, ...others] = ports;
  const server = await live.listen(port).catch((error: unknown) => {
    const [next] = others;
    if (next === undefined) throw error;
    return live.listen(next);
  });
  return { url: server.url, reader: live.reader, close: () => server.close() };
}
