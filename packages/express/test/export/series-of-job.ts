import type { Sample } from '@authmeter/testkit';

/** Labels that name the path a series took, and not what it counts. */
const LABELS_OF_THE_PATH: ReadonlySet<string> = new Set([
  '__name__',
  'job',
  'instance',
  'exported_job',
  'exported_instance',
  'otel_scope_name',
  'otel_scope_version',
  'otel_scope_schema_url',
]);

/** The series of a vector as `name{labels}`, with the labels sorted and `le` as a plain number, and their values. */
export function seriesOf(samples: readonly Sample[]): Readonly<Record<string, number>> {
  const entries = samples.map(({ labels: all, value }) => {
    const labels = Object.entries(all)
      .filter(([label]) => !LABELS_OF_THE_PATH.has(label))
      .map(([label, text]) => `${label}="${label === 'le' ? String(Number(text)) : text}"`)
      .sort();
    return [`${all['__name__'] ?? ''}{${labels.join(',')}}`, value] as const;
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
