import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/**
 * What becomes of a request: a status; `slow`: taken, but answered later than anybody waits; `cut`: the connection ends
 * in the middle of the body; `unanswered`: the same when all of it is read and kept.
 */
export type Answer = number | 'slow' | 'cut' | 'unanswered';

interface Point {
  readonly attributes: readonly { readonly key: string; readonly value: { stringValue: string } }[];
  readonly asDouble: number;
}

interface MetricsRequest {
  readonly resourceMetrics: readonly {
    readonly resource: { readonly attributes: Point['attributes'] };
    readonly scopeMetrics: readonly {
      readonly metrics: readonly {
        readonly name: string;
        readonly sum?: { readonly dataPoints: readonly Point[] };
      }[];
    }[];
  }[];
}

/** An OTLP/HTTP server that answers as it is told. */
export interface OtlpServer {
  readonly url: string;
  /** Requests for metrics that came, whatever they were answered. */
  readonly requests: number;
  answerWith(answer: Answer): void;
  /** The sum of all points of a counter in the newest exports that were taken, one of each `service.instance.id`. */
  total(name: string, attributes?: Readonly<Record<string, string>>): number;
  /** The same over all exports that were taken, and over all that were refused: what arrived of deltas, and what did not. */
  increments(name: string): { readonly taken: number; readonly refused: number };
  stop(): Promise<void>;
  /** Listens again, at the same place. */
  start(): Promise<void>;
}

/** Starts a server that takes everything. */
export async function startOtlpServer(): Promise<OtlpServer> {
  const taken: MetricsRequest[] = [];
  const refused: MetricsRequest[] = [];
  let requests = 0;
  let answer: Answer = 200;
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const isMetrics = request.url === '/v1/metrics';
    const now = answer;
    if (isMetrics) requests += 1;
    if (now === 'cut') {
      request.once('data', () => request.destroy());
      return;
    }
    const body = (await json(request)) as MetricsRequest;
    if (isMetrics) (now === 200 || now === 'unanswered' ? taken : refused).push(body);
    if (now === 'unanswered') request.destroy();
    if (typeof now !== 'number') return;
    response.writeHead(now, { 'Content-Type': 'application/json' }).end('{}');
  };
  const listen = async (port: number): Promise<Server> => {
    const listening = createServer((request, response) => {
      // A request that is cut has no body to read.
      take(request, response).catch(() => undefined);
    }).listen(port, '127.0.0.1');
    await once(listening, 'listening');
    return listening;
  };
  let server = await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    get requests() {
      return requests;
    },
    answerWith: (next) => (answer = next),
    total: (name, attributes = {}) => sumOf(newestOf(taken), name, attributes),
    increments: (name) => ({ taken: sumOf(taken, name, {}), refused: sumOf(refused, name, {}) }),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
    start: async () => {
      server = await listen(port);
    },
  };
}

function newestOf(requests: readonly MetricsRequest[]): readonly MetricsRequest[] {
  const newest = requests.map((request) => {
    const attributes = request.resourceMetrics.flatMap(({ resource }) => resource.attributes);
    const instance = attributes.find(({ key }) => key === 'service.instance.id');
    return [instance?.value.stringValue, request] as const;
  });
  return [...new Map(newest).values()];
}

function sumOf(
  requests: readonly MetricsRequest[],
  name: string,
  attributes: Readonly<Record<string, string>>,
): number {
  return requests
    .flatMap(({ resourceMetrics }) => resourceMetrics)
    .flatMap(({ scopeMetrics }) => scopeMetrics)
    .flatMap(({ metrics }) => metrics)
    .filter((metric) => metric.name === name)
    .flatMap(({ sum }) => sum?.dataPoints ?? [])
    .filter((point) =>
      Object.entries(attributes).every(([key, value]) =>
        point.attributes.some((one) => one.key === key && one.value.stringValue === value),
      ),
    )
    .reduce((sum, { asDouble }) => sum + asDouble, 0);
}
