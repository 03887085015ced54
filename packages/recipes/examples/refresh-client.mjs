/** The share of a token's life after which it is renewed, before anybody is refused. */
const DUE_AFTER = 0.8;

/**
 * Calls an API and keeps its access token fresh.
 *
 * @param origin Without a slash at its end.
 * @param first What the login answered.
 */
export function createApiClient(origin, first) {
  let tokens;
  let dueAt;
  let refreshing;

  const take = (granted) => {
    tokens = granted;
    dueAt = Date.now() + granted.expires_in * 1000 * DUE_AFTER;
  };

  const refresh = async () => {
    const response = await fetch(`${origin}/refresh`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refresh_token: tokens.refresh_token }),
    });
    if (!response.ok) throw new Error(`the session is over: ${response.status}`);
    take(await response.json());
  };

  take(first);
  return async function call(path) {
    if (Date.now() >= dueAt) {
      // All calls that come meanwhile wait for the same refresh: the token is good once.
      refreshing ??= refresh().finally(() => (refreshing = undefined));
      await refreshing;
    }
    return fetch(origin + path, { headers: { authorization: `Bearer ${tokens.access_token}` } });
  };
}
