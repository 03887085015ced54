interface ApiAnswer {
  readonly status: string;
  readonly error?: string;
  readonly data: {
    readonly result: readonly {
      readonly value?: readonly [number, string];
      readonly values?: readonly (readonly [number, string])[];
    }[];
  };
}

const STEP_SECONDS = 1;

/**
 * All values of a query, whatever their series: of now, or at every second since a start.
 * @throws Error with what Prometheus says of a query that it refuses
 */
export async function findValues(
  url: string,
  query: string,
  startedAtEpochSeconds: number | undefined,
): Promise<readonly number[]> {
  const parameters = new URLSearchParams({ query });
  if (startedAtEpochSeconds !== undefined) {
    parameters.set('start', String(startedAtEpochSeconds));
    parameters.set('end', String(Date.now() / 1000));
    parameters.set('step', String(STEP_SECONDS));
  }
  const path = startedAtEpochSeconds === undefined ? 'query' : 'query_range';
  const response = await fetch(`${url}/api/v1/${path}?${parameters.toString()}`);
  const { status, error, data } = (await response.json()) as ApiAnswer;
  if (status !== 'success') throw new Error(`${query}: ${error}`);
  return data.result
    .flatMap(({ value, values }) => values ?? (value === undefined ? [] : [value]))
    .map(([, text]) => Number(text));
}
