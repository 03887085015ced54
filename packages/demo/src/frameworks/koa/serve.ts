import { createServer } from 'node:http';
import { listenOnLoopback } from '../../service/listen-on-loopback';
import type { ServeShop } from '../../service/start-shop';
import { createApp } from './app';

/** The shop in Koa. */
export const serveKoa: ServeShop = (parts, surroundings, ports) => {
  const answer = createApp(parts, surroundings).callback();
  const server = createServer((request, response) => void answer(request, response));
  return listenOnLoopback(server, ports);
};
