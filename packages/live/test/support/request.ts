import { request, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** An answer, unpacked by nobody. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Asks with exactly these headers, also those that `fetch` would not send. */
export function ask(
  url: string,
  headers: Readonly<Record<string, string>> = {},
  {
    method = 'GET',
    body = '',
  }: { readonly method?: string; readonly body?: string | Uint8Array } = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (response) => {
      buffer(response).then(
        (received) => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: received });
        },
        (error: unknown) => {
          reject(error);
        },
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
