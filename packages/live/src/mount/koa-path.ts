import { pathOf } from '@authmeter/core';
import type { KoaContext, LiveExchange } from './live';

/** Where a request is to be looked for: koa-mount cuts the mount off the path that it hands on. */
export function koaPath({ path, originalUrl }: KoaContext): Pick<LiveExchange, 'path' | 'mount'> {
  const whole = pathOf({ url: originalUrl, headers: {} });
  if (path === whole) return { path };
  // It hands on a slash where nothing is left.
  const mount = whole.endsWith(path) ? whole.slice(0, -path.length) : whole;
  return { path: whole, mount };
}
