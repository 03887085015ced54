import { pseudonymize, type CountedObservation, type ObserverHost } from '@authmeter/core';
import { ROOT_CONTEXT, type Attributes } from '@opentelemetry/api';

/** A power of two, so that the next one is found with a mask. */
const PREPARED = 64;
const KEY = 'an example secret of 32 bytes...';
const CAUSE = 'invalid_credentials';
const ACCOUNTS = Array.from({ length: PREPARED }, (_, index) => `user-${String(index)}`);
const HASHES: ReadonlyMap<string, string> = new Map(
  ACCOUNTS.map((account) => [account, pseudonymize(account, KEY)]),
);

/** A failed login, as an observer hears of it and as the attributes that a log record of it has. */
export interface PreparedEvent {
  readonly counted: CountedObservation;
  readonly attributes: () => Attributes;
}

const EVENTS: readonly PreparedEvent[] = ACCOUNTS.map((accountId, index) => {
  const sourceAddress = `203.0.113.${String(index)}`;
  const method = 'password';
  const route = '/auth/login';
  return {
    counted: {
      observation: {
        kind: 'login',
        outcome: 'failure',
        errorType: CAUSE,
        method,
        sourceAddress,
        accountId,
        route,
      },
      failure: { errorType: CAUSE, reason: CAUSE, fault: 'client' },
      atEpochMilliseconds: 1_700_000_000_000,
      context: ROOT_CONTEXT,
    },
    attributes: () => ({
      'client.address': '203.0.113.0',
      'user.hash': HASHES.get(accountId) ?? '',
      'http.route': route,
      'error.type': CAUSE,
      reason: CAUSE,
      method,
    }),
  };
});

/** Walks over the events, over and over. */
export function walkEvents(): () => PreparedEvent {
  let position = 0;
  return () => {
    position = (position + 1) & (PREPARED - 1);
    return EVENTS[position] as PreparedEvent;
  };
}

/** A meter's part in an event: names that are known already, lists that have everything. */
export const HOST: ObserverHost = {
  record: () => undefined,
  nameAccount: (accountId) => HASHES.get(accountId),
  nameSession: () => undefined,
  listValue: (_attribute, value) => String(value),
  locateCountry: () => undefined,
};
