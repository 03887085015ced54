import type { AuthMeterOptions } from '@authmeter/core';
import type { ContractApp } from '../app/contract-app';
import type { CountedPoint } from '../expectation/counted-point';
import type { ClientRequest, ContractClient } from '../server/contract-client';

/** One behaviour: what is sent, what is answered, and everything that is counted. */
export interface ContractScenario {
  /** A sentence about the behaviour. */
  readonly it: string;
  /** Sends the requests; gives the statuses. */
  readonly send: (client: ContractClient, app: ContractApp) => Promise<readonly number[]>;
  readonly statuses: readonly number[];
  /** All points of all counters; of histograms and ledgers those of the metrics that are named. */
  readonly points: readonly CountedPoint[];
  /** Options of the meter besides those that every row has. */
  readonly meter?: AuthMeterOptions;
  /** The row that this one repeats while the libraries of the application are patched. Default: they are not. */
  readonly besideZeroCode?: string;
  /** When there is an SDK: from the start, never, or only after the requests. Default `from the start`. */
  readonly sdk?: 'from the start' | 'never' | 'late';
}

/** Sends requests one after another, each on a connection of its own. */
export function send(...requests: readonly ClientRequest[]): ContractScenario['send'] {
  return async (client) => {
    const statuses: number[] = [];
    for (const request of requests) statuses.push(await client.send(request));
    return statuses;
  };
}
