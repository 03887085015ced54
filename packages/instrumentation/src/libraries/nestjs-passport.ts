import { exchangeToSpeakIn, observeResult } from '@authmeter/core';
import type { LibraryPatch } from '../patching/library-patch';
import { readProperty } from '../patching/read-property';
import { wrapOnce, type LibraryFunction, type Wrap } from '../patching/wrap-once';
import { runtimeFor } from '../runtime';

const LIBRARY = '@nestjs/passport';

/** A guard decides by what it throws, whatever an exception filter or a GraphQL server makes of it. */
const wrapCanActivate: Wrap = (original) =>
  function canActivate(this: unknown, ...parameters) {
    const run = (): unknown => original.apply(this, parameters);
    const exchange = runtimeFor(LIBRARY) && exchangeToSpeakIn();
    if (exchange === undefined) return run();
    const leave = exchange.layers.enterUntil(undefined);
    return observeResult(run, {
      onReturn: () => {
        leave();
      },
      onThrow: (error) => {
        leave();
        exchange.recorder.guard('adapter', () => {
          exchange.refuse({ error });
        });
      },
    });
  };

const wrapAuthGuard: Wrap = (original) =>
  function AuthGuard(this: unknown, ...parameters) {
    const Guard = original.apply(this, parameters);
    observeGuard(readProperty(Guard, 'prototype'));
    return Guard;
  };

/** The guards that it makes refuse for the reason that passport told them and they keep to themselves. */
export const NESTJS_PASSPORT: LibraryPatch = {
  library: LIBRARY,
  supported: ['>=11.0.5 <13'],
  functions: { AuthGuard: wrapAuthGuard },
};

/** Guards of one kind share a class, which is made once. */
function observeGuard(prototype: unknown): void {
  const canActivate = readProperty(prototype, 'canActivate');
  if (typeof canActivate !== 'function') return;
  const value = wrapOnce(canActivate as LibraryFunction, wrapCanActivate);
  // One that cannot be changed is left alone.
  Reflect.set(prototype as object, 'canActivate', value);
}
