import { COUNTRY, OTHER_VALUE } from '../conventions';
import type { ObserverHost } from '../model/auth-observer';
import type { ResolvedOptions } from '../options/auth-meter-options';
import { createSessionNaming } from './account-naming';
import { createValueLists } from './list-values';

/** The parts of a recorder that it lends to observers. */
export interface LentParts {
  readonly record: ObserverHost['record'];
  readonly nameAccount: ((accountId: string) => string) | undefined;
  readonly locateCountry: ((address: string) => string | undefined) | undefined;
  /** Runs something; a throw is counted and gives undefined. */
  readonly guard: <Result>(run: () => Result) => Result | undefined;
}

/** What a meter lends to its observers: recording, and how values leave the process. */
export function createObserverHost(
  options: ResolvedOptions,
  { record, nameAccount, locateCountry, guard }: LentParts,
): ObserverHost {
  const nameSession = createSessionNaming(options);
  const listValue = createValueLists(options.declared);
  return {
    record,
    nameAccount: (accountId) => guard(() => nameAccount?.(accountId)),
    nameSession: (sessionId) => guard(() => nameSession?.(sessionId)),
    listValue,
    locateCountry: (address) =>
      guard(() => {
        const country = listValue(COUNTRY, locateCountry?.(address));
        return country === OTHER_VALUE ? undefined : country;
      }),
  };
}
