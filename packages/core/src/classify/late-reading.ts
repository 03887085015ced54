/* eslint-disable @typescript-eslint/no-require-imports -- nothing else loads a module at once, and late. */

import type * as challengeModule from './challenge';
import type * as walkModule from './walk-chain';

let loadedWalk: typeof walkModule.walkChain | undefined;
let loadedChallenge: typeof challengeModule.readChallenge | undefined;

/**
 * The walk through an error. Behind it are the tables of what all libraries throw: they are built for the first
 * error, and a process that starts does not wait for them.
 */
export function lateWalkChain(): typeof walkModule.walkChain {
  return (loadedWalk ??= (require('./walk-chain') as typeof walkModule).walkChain);
}

/** Reads a `WWW-Authenticate` challenge; its tables are built for the first one. */
export function lateReadChallenge(): typeof challengeModule.readChallenge {
  return (loadedChallenge ??= (require('./challenge') as typeof challengeModule).readChallenge);
}

/** Builds those tables while a host is set up, so that its first failed request does not wait for them. */
export function prepareReading(): void {
  lateWalkChain();
  lateReadChallenge();
}
