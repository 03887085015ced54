import { createSecret } from '../secret';
import { ServiceError } from '../service-error';

const REFRESH_COOKIE = 'refresh_token';
const CSRF_COOKIE = 'csrf_token';
const COMMON = { path: '/auth', sameSite: 'strict' } as const;

/** A cookie for the browser, in the words that all frameworks use. */
export interface SessionCookie {
  readonly name: string;
  readonly value: string;
  readonly options: {
    readonly path: string;
    readonly sameSite: 'strict';
    readonly httpOnly: boolean;
  };
}

/** What a page sends along. */
export interface PageHeaders {
  readonly cookie?: string | undefined;
  /** The header `X-CSRF-Token`. */
  readonly csrfToken?: string | undefined;
}

/** The browser's refresh token, and beside it a secret that only pages of this site can read. */
export function sessionCookies(refreshToken: string): readonly SessionCookie[] {
  return [
    { name: REFRESH_COOKIE, value: refreshToken, options: { ...COMMON, httpOnly: true } },
    { name: CSRF_COOKIE, value: createSecret(), options: { ...COMMON, httpOnly: false } },
  ];
}

/**
 * The refresh token that the browser sent.
 *
 * @throws ServiceError `MISSING_CREDENTIALS`
 */
export function readRefreshCookie(headers: PageHeaders): string {
  const token = readCookie(headers, REFRESH_COOKIE);
  if (token === undefined) throw new ServiceError('MISSING_CREDENTIALS');
  return token;
}

/** Whether the page that sent the request could read the site's cookies: a foreign page cannot. */
export function isOwnPage(headers: PageHeaders): boolean {
  const secret = readCookie(headers, CSRF_COOKIE);
  return secret !== undefined && headers.csrfToken === secret;
}

function readCookie({ cookie = '' }: PageHeaders, name: string): string | undefined {
  const pairs = cookie.split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}
