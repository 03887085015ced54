import {
  METRIC_CATALOGUE,
  prometheusName,
  type MetricDefinition,
} from '@authmeter/core/conventions';

const BY_NAME: ReadonlyMap<string, MetricDefinition> = new Map(
  METRIC_CATALOGUE.flatMap((definition): [string, MetricDefinition][] => [
    [definition.name, definition],
    [prometheusName(definition), definition],
  ]),
);

/** Where one of our names may begin behind a namespace, in either spelling. */
const NAME_START = /(?<=[._])auth[._]/g;

/** A host has some hundred instruments; a sender of OTLP could invent any number. */
const MOST_REMEMBERED = 2000;
const remembered = new Map<string, MetricDefinition | undefined>();

/** The metric that an instrument's name stands for: with or without a namespace, dotted or as a Prometheus series. */
export function definitionOf(instrumentName: string): MetricDefinition | undefined {
  if (remembered.has(instrumentName)) return remembered.get(instrumentName);
  const definition = BY_NAME.get(instrumentName) ?? behindNamespace(instrumentName);
  if (remembered.size < MOST_REMEMBERED) remembered.set(instrumentName, definition);
  return definition;
}

function behindNamespace(name: string): MetricDefinition | undefined {
  for (const { index } of name.matchAll(NAME_START)) {
    const definition = BY_NAME.get(name.slice(index));
    if (definition !== undefined) return definition;
  }
  return undefined;
}
