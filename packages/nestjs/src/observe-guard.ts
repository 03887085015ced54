import {
  Inject,
  mixin,
  Optional,
  type CanActivate,
  type ExecutionContext,
  type Type,
} from '@nestjs/common';
import { getDefaultAuthMeter, type AuthMeter } from '@authmeter/core';
import { AUTH_METER } from './auth-metrics.constants';
import { hearRefusal } from './heard-refusal';
import type { ObserveGuardOptions } from './observe-guard.options';
import { prepareGuard, type GuardDecision } from './prepare-guard';

/** Where Nest puts the module's meter. */
const METER = Symbol('authmeter.meter');

/**
 * Makes a guard that decides as the given one does and tells why: what it throws, rejects with, or, for passport's
 * `AuthGuard`, what `handleRequest` was told. Its errors and what it injects stay its own.
 *
 * @throws AuthmeterOptionError at set-up for an option that cannot be used. Never throws into a request.
 */
export function observeGuard<Guard extends Type<CanActivate>>(
  GuardClass: Guard,
  options: ObserveGuardOptions = {},
): Guard {
  const observe = prepareGuard(options);

  class ObservedGuard extends GuardClass {
    @Optional()
    @Inject(AUTH_METER)
    readonly [METER]?: AuthMeter;

    override canActivate(context: ExecutionContext): GuardDecision {
      const meter = options.meter ?? this[METER] ?? getDefaultAuthMeter();
      return observe(meter, context, () => super.canActivate(context));
    }
  }

  if ('handleRequest' in GuardClass.prototype) {
    Object.defineProperty(ObservedGuard.prototype, 'handleRequest', {
      value: function handleRequest(this: unknown, ...told: readonly unknown[]): unknown {
        hearRefusal(told);
        const inherited = GuardClass.prototype as { handleRequest(...args: unknown[]): unknown };
        return inherited.handleRequest.apply(this, [...told]);
      },
    });
  }
  return mixin(ObservedGuard) as Guard;
}
