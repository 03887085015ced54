import { createServer } from 'node:http';
import { createLive, type Live } from '@authmeter/live';
import type { IMetricReader } from '@opentelemetry/sdk-metrics';
import { SCENE_TIME_SCALE } from '../scenes/scene';
import { listenOnLoopback } from '../service/listen-on-loopback';

/** The live page of one scene after the other, at one address. */
export interface ScenePage {
  readonly url: string;
  /** Turns to a new process; the reader goes into its provider. */
  turn(): IMetricReader;
  close(): Promise<void>;
}

/** Opens the page, whose alerts look ten times as fast, on the first of these ports that is free; 0 is any. */
export async function openPage(ports: readonly number[]): Promise<ScenePage> {
  const open = (): Live => createLive({ path: '/', timeScale: SCENE_TIME_SCALE });
  let live = open();
  const server = createServer((request, response) => {
    live.handler(request, response);
  });
  const { url, stop } = await listenOnLoopback(server, ports);
  return {
    url: `${url}/`,
    turn: () => {
      live = open();
      return live.reader;
    },
    close: stop,
  };
}
