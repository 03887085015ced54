import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** One point of a sum as OTLP writes it in JSON. */
export interface OtlpPoint {
  readonly attributes: readonly unknown[];
  readonly asDouble: number;
}

interface OtlpRequest {
  readonly resourceMetrics: readonly {
    readonly scopeMetrics: readonly {
      readonly metrics: readonly {
        readonly name: string;
        readonly sum?: { readonly dataPoints: readonly OtlpPoint[] };
      }[];
    }[];
  }[];
}

/** A receiver of OTLP over HTTP that keeps the newest export. */
export interface OtlpSink {
  /** What `OTEL_EXPORTER_OTLP_ENDPOINT` has to be. */
  readonly endpoint: string;
  /** The points of a sum in the newest export; empty before the first. */
  points(name: string): readonly OtlpPoint[];
  close(): Promise<void>;
}

/** Starts a receiver on a free port of the loopback interface. */
export async function startOtlpSink(): Promise<OtlpSink> {
  let newest: OtlpRequest = { resourceMetrics: [] };
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      newest = body as OtlpRequest;
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${String(port)}`,
    points: (name) =>
      newest.resourceMetrics
        .flatMap(({ scopeMetrics }) => scopeMetrics)
        .flatMap(({ metrics }) => metrics)
        .filter((metric) => metric.name === name)
        .flatMap(({ sum }) => sum?.dataPoints ?? []),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
