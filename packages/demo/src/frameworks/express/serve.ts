import { createServer } from 'node:http';
import { listenOnLoopback } from '../../service/listen-on-loopback';
import type { ServeShop } from '../../service/start-shop';
import { createApp } from './app';

/** The shop in Express. */
export const serveExpress: ServeShop = (parts, surroundings, ports) =>
  listenOnLoopback(createServer(createApp(parts, surroundings)), ports);
