import type { Answer, RequestRecipe, Visit } from '../../traffic/visit';
import { withCookiesOnly } from '../../traffic/steps/credentials';

const BASE = '/api/auth';

/** Posts a form from a page of the service's own. */
export function post(
  visit: Visit,
  path: string,
  body: Readonly<Record<string, unknown>> = {},
): RequestRecipe {
  return {
    method: 'POST',
    path: BASE + path,
    page: 'own',
    body,
    ...withCookiesOnly(visit.cookies),
  };
}

export function get(visit: Visit, path: string): RequestRecipe {
  return { method: 'GET', path: BASE + path, ...withCookiesOnly(visit.cookies) };
}

/** Keeps the cookies of an answer as a browser does, and what they were before. */
export function keepCookies(visit: Visit, { cookies }: Answer): void {
  visit.stolenCookies = visit.cookies;
  const kept = new Map([...visit.cookies, ...cookies]);
  visit.cookies = new Map([...kept].filter(([, value]) => value !== ''));
}
