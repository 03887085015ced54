import { connect } from 'node:net';
import { once } from 'node:events';

/** No answer takes longer on a machine that is up. */
const PATIENCE_MILLISECONDS = 10_000;

/**
 * Sends bytes to a server on loopback and reads until it closes.
 *
 * @returns The status of the first answer; undefined where the server just closed. Rejects where it keeps silent.
 */
export async function sendRaw(port: number, bytes: string): Promise<number | undefined> {
  const socket = connect({ host: '127.0.0.1', port });
  socket.setTimeout(PATIENCE_MILLISECONDS, () => {
    socket.destroy(new Error('the server keeps silent'));
  });
  let answer = '';
  socket.setEncoding('latin1').on('data', (part: string) => {
    answer += part;
  });
  let failure: Error | undefined;
  socket.on('error', (error: NodeJS.ErrnoException) => {
    // A server that refuses a request early resets what is still being sent.
    if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') failure = error;
  });
  socket.write(bytes, 'latin1');
  await once(socket, 'close');
  if (failure !== undefined) throw failure;
  const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(answer) ?? [];
  return status === undefined ? undefined : Number(status);
}

/** A request with these header lines, which asks to close. */
export function requestOf(method: string, path: string, headers: readonly string[]): string {
  return [
    `${method} ${path} HTTP/1.1`,
    'Host: localhost',
    'Connection: close',
    ...headers,
    '',
    '',
  ].join('\r\n');
}
