import { createHmac } from 'node:crypto';
import type { AuthExchange, ExchangeEnding } from '@authmeter/core';
import type { AuthMethod } from '@authmeter/core/conventions';

const FIRST_ERROR_STATUS = 400;
/** By default the cookie's name ends like this, with whatever prefix. */
const SESSION_COOKIE = /session_token=([^;\s]+)/;
const SCHEME = /^bearer +\S/i;
/** A value and its HMAC-SHA-256 in base64: the form of Better Auth's signed cookies. */
const SIGNED = /^(.+)\.([\d+/A-Za-z]{43}=)$/;

/** Where the plugin api-key looks for one by default. */
const API_KEY_HEADER = 'x-api-key';

/** Whether headers carry what may be a session or a key; whether it is good only an endpoint finds out. */
export function presentsCredential(headers: Headers | undefined): boolean {
  if (headers === undefined) return false;
  const isInHeader = headers.has('authorization') || headers.has(API_KEY_HEADER);
  return isInHeader || sessionCookie(headers) !== '';
}

/** What headers authenticate with: the plugin api-key makes a session of a key. */
export function presentedMethod(headers: Headers | undefined): AuthMethod {
  return headers?.has(API_KEY_HEADER) === true ? 'api_key' : 'session';
}

/** Whether headers carry a session cookie that was not signed with this secret. */
export function presentsForgery(headers: Headers | undefined, secret: unknown): boolean {
  if (headers === undefined || typeof secret !== 'string') return false;
  const [, value, signature] = SIGNED.exec(sessionCookie(headers)) ?? [];
  if (value === undefined) return false;
  return createHmac('sha256', secret).update(value).digest('base64') !== signature;
}

/** How a request ended: what it presented matters only where somebody judged it, or refused. */
export function endingOf(
  { verdict }: Pick<AuthExchange, 'verdict'>,
  status: number | undefined,
  headers: Headers | undefined,
): ExchangeEnding {
  const facts = { method: presentedMethod(headers) };
  if (verdict === undefined && (status === undefined || status < FIRST_ERROR_STATUS)) {
    return { facts, ...(status === undefined ? {} : { status }) };
  }
  const credentialPresent = presentsCredential(headers);
  const credentialMalformed = credentialPresent && !isReadable(headers);
  return {
    facts,
    credentialPresent,
    credentialMalformed,
    ...(status === undefined ? {} : { status }),
  };
}

function isReadable(headers: Headers | undefined): boolean {
  if (presentedMethod(headers) === 'api_key') return true;
  const cookie = sessionCookie(headers);
  return cookie === '' ? SCHEME.test(headers?.get('authorization') ?? '') : SIGNED.test(cookie);
}

/** The value of the session cookie; empty when there is none. */
function sessionCookie(headers: Headers | undefined): string {
  const [, value = ''] = SESSION_COOKIE.exec(headers?.get('cookie') ?? '') ?? [];
  try {
    return decodeURIComponent(value);
  } catch {
    // What no browser encoded is no session either.
    return value;
  }
}
