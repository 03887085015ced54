import { listenOnLoopback } from '../../service/listen-on-loopback';
import type { ServeShop } from '../../service/start-shop';
import { createApp } from './app';

/** The shop in Nest. */
export const serveNest: ServeShop = async (parts, surroundings, ports) => {
  const app = await createApp(parts, surroundings);
  const { url, stop } = await listenOnLoopback(app.getHttpServer(), ports);
  return {
    url,
    stop: async () => {
      await stop();
      await app.close();
    },
  };
};
