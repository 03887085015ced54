import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { AUTHORIZATIONS, type AuthorizationName } from '../app/tokens';

/** One request of a client. */
export interface ClientRequest {
  /** Default GET. */
  readonly method?: string;
  readonly path: string;
  /** What it presents. Default: nothing. */
  readonly authorization?: AuthorizationName;
  readonly headers?: OutgoingHttpHeaders;
}

/** A client of the server under test. */
export interface ContractClient {
  /** Sends one request on a connection of its own; gives the status. */
  readonly send: (request: ClientRequest) => Promise<number>;
  /** Sends all requests at once on one connection; gives the statuses in the order of the answers. */
  readonly pipeline: (requests: readonly ClientRequest[]) => Promise<readonly number[]>;
  /** Sends one request and leaves without an answer as soon as `moment` has come. */
  readonly leave: (request: ClientRequest, moment: Promise<void>) => Promise<void>;
}

const STATUS_LINE = /HTTP\/1\.1 (\d{3}) /g;

export function createClient(port: number): ContractClient {
  return {
    send: async ({ method = 'GET', path, authorization, headers }) => {
      const sent = httpRequest({
        host: '127.0.0.1',
        port,
        path,
        method,
        agent: false,
        headers: { ...authorizationOf(authorization), ...headers },
      }).end();
      const [response] = (await once(sent, 'response')) as [IncomingMessage];
      await text(response);
      return response.statusCode ?? 0;
    },
    pipeline: async (requests) => {
      const socket = connect(port, '127.0.0.1');
      const last = requests.length - 1;
      // The last request closes the connection; a client that closes first takes its answers with it.
      socket.write(requests.map((request, index) => head(request, index === last)).join(''));
      const answers = await text(socket);
      return [...answers.matchAll(STATUS_LINE)].map(([, status]) => Number(status));
    },
    leave: async (request, moment) => {
      const socket: Socket = connect(port, '127.0.0.1');
      socket.write(head(request, false));
      await moment;
      const closed = once(socket, 'close');
      socket.destroy();
      await closed;
    },
  };
}

function authorizationOf(name: AuthorizationName | undefined): Readonly<Record<string, string>> {
  return name === undefined ? {} : { authorization: AUTHORIZATIONS[name] };
}

function head({ method = 'GET', path, authorization }: ClientRequest, isLast: boolean): string {
  const headers = {
    host: 'localhost',
    connection: isLast ? 'close' : 'keep-alive',
    ...authorizationOf(authorization),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n');
}
