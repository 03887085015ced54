import type { Answer, RequestRecipe } from './visit';

const FOREIGN_PAGE = 'https://evil.example';

/** Sends one request over HTTP, as the proxy in front of the service would hand it on. */
export async function send(
  serviceUrl: string,
  address: string,
  { method, path, headers = {}, body, page }: RequestRecipe,
): Promise<Answer> {
  const response = await fetch(serviceUrl + path, {
    method,
    redirect: 'manual',
    headers: {
      ...headers,
      ...(page === undefined ? {} : { Origin: page === 'own' ? serviceUrl : FOREIGN_PAGE }),
      'X-Forwarded-For': address,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  return {
    status: response.status,
    body: isJson ? parseObject(text) : {},
    cookies: new Map(response.headers.getSetCookie().map(readCookie)),
  };
}

function parseObject(text: string): Answer['body'] {
  const parsed: unknown = text === '' ? {} : JSON.parse(text);
  return typeof parsed === 'object' && parsed !== null ? (parsed as Answer['body']) : {};
}

function readCookie(header: string): readonly [name: string, value: string] {
  const [pair = ''] = header.split(';');
  const equals = pair.indexOf('=');
  return [pair.slice(0, equals), pair.slice(equals + 1)];
}
