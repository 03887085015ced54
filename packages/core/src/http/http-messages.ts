import type { IncomingHttpHeaders } from 'node:http';

/** What is read of a request; Node's `IncomingMessage`, and every framework's request over it, has this shape. */
export interface HttpRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** Express keeps the whole path here while routers shorten `url`. */
  readonly originalUrl?: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly socket?: { readonly remoteAddress?: string | undefined } | null | undefined;
}

/** What is read of a response; Node's `ServerResponse` has this shape. */
export interface HttpResponse {
  readonly statusCode: number;
  readonly writableFinished: boolean;
  /** Whether nothing can come any more. */
  readonly closed?: boolean;
  getHeader(name: string): number | string | readonly string[] | undefined;
  prependListener(event: 'close', listener: () => void): unknown;
}

/** Scheme and host, with which a request target may begin. Source: RFC 9112, section 3.2.2. */
const ORIGIN = /^[a-z][\d+.a-z-]*:\/\/[^/?]*/i;

/** The path of a request without its query; `/` when there is none. */
export function pathOf({ originalUrl, url }: HttpRequest): string {
  const whole = originalUrl ?? url ?? '/';
  const target = whole.startsWith('/') ? whole : whole.replace(ORIGIN, '');
  const query = target.indexOf('?');
  return (query === -1 ? target : target.slice(0, query)) || '/';
}

/** A header's single value; the first where it came repeatedly. */
export function headerOf({ headers }: HttpRequest, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : value?.[0];
}
