/** What the page consists of, by its path below the mount. */
const ROUTES = {
  '': 'page',
  'page.js': 'script',
  'page.css': 'style',
  data: 'data',
} as const;

/** What a request below the mount asks for. */
export type Route = (typeof ROUTES)[keyof typeof ROUTES] | 'redirect' | 'nothing';

/**
 * What a path asks for; undefined when it does not lie below the mount.
 *
 * @param path The whole path, without a query.
 * @param mount Where the page is mounted, without a slash at its end; empty at the root.
 */
export function routeOf(path: string, mount: string): Route | undefined {
  if (mount !== '' && path === mount) return 'redirect';
  if (!path.startsWith(`${mount}/`)) return undefined;
  const rest = path.slice(mount.length + 1);
  return Object.hasOwn(ROUTES, rest) ? ROUTES[rest as keyof typeof ROUTES] : 'nothing';
}

/** Where the page is that was asked for without the slash that its relative addresses need. */
export function withSlash(path: string): string {
  // Relative, because a proxy may have cut off what stands before; and never the start of a scheme or a host.
  return `./${path.slice(path.lastIndexOf('/') + 1)}/`;
}
