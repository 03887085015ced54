import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http';

/** How the server answers: a status, or not at all. */
export type Answer = number | 'never';

/** A real HTTP server that takes OTLP logs and answers as it is told to. */
export interface OtlpServer {
  /** Event names by request that it answered with 200. */
  readonly received: readonly (readonly string[])[];
  readonly requests: number;
  /** Without a slash at its end. */
  readonly origin: string;
  answerWith(answer: Answer): void;
  exporter(): OTLPLogExporter;
  stop(): Promise<void>;
  /** Begins to listen, or again, at the same port. */
  start(): Promise<void>;
}

interface ExportRequest {
  readonly resourceLogs: readonly {
    readonly scopeLogs: readonly {
      readonly logRecords: readonly { readonly eventName: string }[];
    }[];
  }[];
}

const EXPORT_TIMEOUT_MILLISECONDS = 150;

export async function createOtlpServer(): Promise<OtlpServer> {
  const received: string[][] = [];
  let requests = 0;
  let answer: Answer = 200;
  const listen = (): Server =>
    createServer((request, response) => {
      requests += 1;
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        if (answer === 'never') return;
        if (answer === 200) {
          const body = JSON.parse(Buffer.concat(chunks).toString()) as ExportRequest;
          received.push(
            body.resourceLogs.flatMap(({ scopeLogs }) =>
              scopeLogs.flatMap(({ logRecords }) => logRecords.map(({ eventName }) => eventName)),
            ),
          );
        }
        response.writeHead(answer, { 'content-type': 'application/json' }).end('{}');
      });
    });
  let server = listen();
  const open = (port: number): Promise<void> =>
    new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  await open(0);
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${String(port)}`;
  return {
    received,
    origin,
    get requests() {
      return requests;
    },
    answerWith: (next) => {
      answer = next;
    },
    exporter: () =>
      new OTLPLogExporter({
        url: `${origin}/v1/logs`,
        timeoutMillis: EXPORT_TIMEOUT_MILLISECONDS,
      }),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
    start: async () => {
      server = listen();
      await open(port);
    },
  };
}
