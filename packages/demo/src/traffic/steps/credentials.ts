import type { Visit } from '../visit';

type Headers = { readonly headers: Readonly<Record<string, string>> };

/** A bearer token as it is sent. */
export function withBearer(token: string): Headers {
  return { headers: { Authorization: `Bearer ${token}` } };
}

/** The visitor's own access token. */
export function withAccessToken({ accessToken = '' }: Visit): Headers {
  return withBearer(accessToken);
}

/** The browser's cookies, with what a page of the site itself adds to prove where it comes from. */
export function withCookies(cookies: ReadonlyMap<string, string>): Headers {
  const { headers } = withCookiesOnly(cookies);
  return { headers: { ...headers, 'X-CSRF-Token': cookies.get('csrf_token') ?? '' } };
}

/** The browser's cookies as it adds them to a request of any page. */
export function withCookiesOnly(cookies: ReadonlyMap<string, string>): Headers {
  const pairs = [...cookies].map(([name, value]) => `${name}=${value}`);
  return { headers: { Cookie: pairs.join('; ') } };
}
