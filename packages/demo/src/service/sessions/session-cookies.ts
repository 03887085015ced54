import type { Request, Response } from 'express';
import { createSecret } from '../secret';
import { ServiceError } from '../service-error';

const REFRESH_COOKIE = 'refresh_token';
const CSRF_COOKIE = 'csrf_token';
const CSRF_HEADER = 'x-csrf-token';
const COOKIE_PATH = '/auth';

/** Gives the browser its refresh token, and beside it a secret that only pages of this site can read. */
export function setSessionCookies(response: Response, refreshToken: string): void {
  const common = { path: COOKIE_PATH, sameSite: 'strict' } as const;
  response.cookie(REFRESH_COOKIE, refreshToken, { ...common, httpOnly: true });
  response.cookie(CSRF_COOKIE, createSecret(), common);
}

/**
 * The refresh token that the browser sent.
 *
 * @throws ServiceError `MISSING_CREDENTIALS`
 */
export function readRefreshCookie(request: Request): string {
  const token = readCookie(request, REFRESH_COOKIE);
  if (token === undefined) throw new ServiceError('MISSING_CREDENTIALS');
  return token;
}

/** Whether the page that sent the request could read the site's cookies: a foreign page cannot. */
export function isOwnPage(request: Request): boolean {
  const secret = readCookie(request, CSRF_COOKIE);
  return secret !== undefined && request.get(CSRF_HEADER) === secret;
}

function readCookie(request: Request, name: string): string | undefined {
  const pairs = (request.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}
