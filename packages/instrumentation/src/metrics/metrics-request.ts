import { AuthmeterOptionError } from '@authmeter/core';
import { tell } from '../tell';

/** Ways in which metrics leave the process. */
export const METRICS_EXPORTERS = ['prometheus', 'otlp'] as const;
export type MetricsExporterName = (typeof METRICS_EXPORTERS)[number];

/** What metrics of the instrumentation's own are asked for, and by which variable. */
export interface MetricsRequest {
  readonly variable: string;
  readonly exporters: readonly MetricsExporterName[];
}

const OWN_VARIABLE = 'AUTHMETER_METRICS';
const STANDARD_VARIABLE = 'OTEL_METRICS_EXPORTER';
const NONE = 'none';

/**
 * Reads `AUTHMETER_METRICS`, or else the variable that OpenTelemetry has for it: a list of exporters, or `none`. A
 * standard exporter that is not known here is left to whoever knows it.
 *
 * @throws AuthmeterOptionError for a word in `AUTHMETER_METRICS` that is not known.
 */
export function readMetricsRequest(
  environment: Readonly<Record<string, string | undefined>>,
): MetricsRequest | undefined {
  const own = wordsOf(environment[OWN_VARIABLE]);
  const variable = own.length > 0 ? OWN_VARIABLE : STANDARD_VARIABLE;
  const words = own.length > 0 ? own : wordsOf(environment[STANDARD_VARIABLE]);
  const unknown = words.filter((word) => word !== NONE && !isExporter(word));
  if (unknown.length > 0 && variable === OWN_VARIABLE) {
    const allowed = `${METRICS_EXPORTERS.join(', ')}, a list of them, or ${NONE}`;
    throw new AuthmeterOptionError('register', OWN_VARIABLE, unknown[0], allowed);
  }
  for (const word of unknown) tell('info', `${STANDARD_VARIABLE}=${word} is not started here`);
  const exporters = words.includes(NONE) ? [] : words.filter(isExporter);
  return exporters.length === 0 ? undefined : { variable, exporters };
}

function wordsOf(text = ''): string[] {
  return text
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '');
}

function isExporter(word: string): word is MetricsExporterName {
  return (METRICS_EXPORTERS as readonly string[]).includes(word);
}
