import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { categorizeAuthError, type AuthMeter } from '@authmeter/core';
import type { KeyLookupResult } from '@authmeter/core/conventions';
import { dressAs, type LibraryFunction } from '../patching/wrap-once';
import { runtimeFor } from '../runtime';

/** One look-up of a key, and whether it made a request over the network. */
interface Lookup {
  hasFetched: boolean;
}

/** On which Node tells of a request that a client begins: its own client, and `fetch`. */
const CLIENT_CHANNELS = ['http.client.request.start', 'undici:request:create'] as const;

const lookups = new AsyncLocalStorage<Lookup>();
let isListening = false;

/**
 * Counts how a remote key set finds its keys: in its cache, by fetching the set for the first time, or by fetching it
 * anew. Whether it fetches, it tells nobody, and in its oldest versions it shows it nowhere; Node does.
 */
export function observeKeySet(getKey: LibraryFunction): LibraryFunction {
  listenToClients();
  let hasKeys = false;
  const observed: LibraryFunction = async function (this: unknown, ...parameters) {
    const runtime = runtimeFor('jose');
    if (runtime === undefined) return getKey.apply(this, parameters);
    const { meter } = runtime;
    const lookup: Lookup = { hasFetched: false };
    try {
      const key = await lookups.run(lookup, () => getKey.apply(this, parameters));
      record(meter, resultOf(lookup, hasKeys));
      hasKeys = true;
      return key;
    } catch (error) {
      const isOurs = categorizeAuthError(error).fault === 'server';
      record(meter, isOurs ? 'error' : 'not_found');
      throw error;
    }
  };
  return dressAs(getKey, observed);
}

function resultOf({ hasFetched }: Lookup, hadKeys: boolean): KeyLookupResult {
  if (!hasFetched) return 'hit';
  return hadKeys ? 'refreshed' : 'miss';
}

function record(meter: AuthMeter, result: KeyLookupResult): void {
  meter.record({ kind: 'key_lookup', result });
}

function listenToClients(): void {
  if (isListening) return;
  isListening = true;
  for (const channel of CLIENT_CHANNELS) {
    subscribe(channel, () => {
      const lookup = lookups.getStore();
      if (lookup !== undefined) lookup.hasFetched = true;
    });
  }
}
