import type { ExchangeEnding } from '@authmeter/core';

const FIRST_ERROR_STATUS = 400;
/** By default the cookie's name ends like this, with whatever prefix. */
const SESSION_COOKIE = /session_token=[^;\s]/;

/** Whether headers carry what may be a session; whether it is good only an endpoint finds out. */
export function presentsCredential(headers: Headers | undefined): boolean {
  if (headers === undefined) return false;
  return headers.has('authorization') || SESSION_COOKIE.test(headers.get('cookie') ?? '');
}

/** How a request ended: what it presented matters only when it was refused, since nobody judged it otherwise. */
export function endingOf(status: number | undefined, headers: Headers | undefined): ExchangeEnding {
  const facts = { method: 'session' };
  if (status === undefined) return { facts };
  if (status < FIRST_ERROR_STATUS) return { facts, status };
  return { facts, status, credentialPresent: presentsCredential(headers) };
}
