import type { Prometheus } from '@authmeter/testkit';

/** Labels of the alerts of a name that fire now, without those that tell what they are. */
export async function firing(
  { query }: Prometheus,
  alert: string,
): Promise<readonly Readonly<Record<string, string>>[]> {
  const samples = await query(`ALERTS{alertname="${alert}",alertstate="firing"}`);
  return samples.map(({ labels }) =>
    Object.fromEntries(
      Object.entries(labels).filter(([key]) => ['job', 'ip_address', 'event'].includes(key)),
    ),
  );
}

/** The one value of a query; undefined where it has none yet. */
export async function valueOf({ query }: Prometheus, promql: string): Promise<number | undefined> {
  const [sample] = await query(promql);
  return sample?.value;
}
