const TIMEOUT_MILLISECONDS = 5000;

/**
 * Gets or posts JSON.
 * @param body sent as JSON by POST when given
 * @returns the parsed answer, unchecked
 * @throws {Error} with the body's beginning when the status is not 2xx, or after 5 s without an answer
 */
export async function fetchJson<T>(url: string, body?: unknown): Promise<T> {
  const text = await fetchText(url, body);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/**
 * As `fetchJson`, without parsing the answer.
 * @throws {Error} as `fetchJson`
 */
export async function fetchText(url: string, body?: unknown): Promise<string> {
  const signal = AbortSignal.timeout(TIMEOUT_MILLISECONDS);
  const response = await fetch(
    url,
    body === undefined
      ? { signal }
      : {
          signal,
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        },
  );
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 300)}`);
  return text;
}

/**
 * Whether a server answers at all.
 * @returns its status; `false` when it refuses the connection or takes longer than 5 s
 */
export async function statusOf(url: string): Promise<number | false> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS) });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return false;
  }
}
