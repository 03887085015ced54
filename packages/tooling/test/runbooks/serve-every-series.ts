import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  attributeValues,
  METRIC_CATALOGUE,
  prometheusLabel,
  prometheusName,
  type AttributeDefinition,
  type MetricDefinition,
} from '@authmeter/core/conventions';

type Labels = readonly string[];

/** A service that shows two values of everything. */
export interface EverySeries {
  /** `host:port`. */
  readonly target: string;
  readonly close: () => void;
}

/** Serves every metric, with the first values of each label in every combination. */
export async function serveEverySeries(): Promise<EverySeries> {
  const text = METRIC_CATALOGUE.flatMap(linesOf).join('\n');
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/plain; version=0.0.4');
    response.end(`${text}\n`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    target: `127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function linesOf(definition: MetricDefinition): string[] {
  const name = prometheusName(definition);
  const sets = definition.attributes.reduce<Labels[]>(
    (before, attribute) =>
      before.flatMap((labels) =>
        valuesOf(attribute).map((value) => [
          ...labels,
          `${prometheusLabel(attribute.key)}="${value}"`,
        ]),
      ),
    [[]],
  );
  return sets.flatMap((labels) =>
    definition.kind === 'histogram'
      ? [
          ...['1', '+Inf'].map((le) => `${name}_bucket{${[...labels, `le="${le}"`].join()}} 2`),
          `${name}_sum{${labels.join()}} 1`,
          `${name}_count{${labels.join()}} 2`,
        ]
      : [`${name}{${labels.join()}} 1`],
  );
}

function valuesOf(attribute: AttributeDefinition): readonly string[] {
  const values = attributeValues(attribute);
  return values.length > 0 ? values.slice(0, 2) : ['first', 'second'];
}
