import {
  Inject,
  mixin,
  Optional,
  type CanActivate,
  type ExecutionContext,
  type Type,
} from '@nestjs/common';
import {
  getDefaultAuthMeter,
  observeResult,
  openLimiterDecision,
  resultOfLimiterError,
  type AuthMeter,
} from '@authmeter/core';
import { AUTH_METER } from './auth-metrics.constants';
import { partsOfContext } from './request-parts';
import { usageOf } from './throttler-usage';

/** One named throttler that is asked; `ThrottlerGuard` calls itself with it. */
interface ThrottlerRequest {
  readonly context: ExecutionContext;
  readonly throttler: { readonly name?: string };
}

/** What is used of `ThrottlerGuard` beyond its types. */
interface ThrottlerParts {
  readonly throttlers?: readonly { readonly name?: string }[];
  readonly headerPrefix?: string;
  handleRequest(request: ThrottlerRequest): Promise<boolean>;
}

/** Where Nest puts the module's meter. */
const METER = Symbol('authmeter.meter');
/** What `@nestjs/throttler` calls a throttler that was given no name. */
const UNNAMED = 'default';

/**
 * Makes a `ThrottlerGuard`, or a guard derived from it, that limits as before and counts what each of its named
 * throttlers decided: allowed, limited, skipped, or a failure of the storage. Declare their names in the meter's
 * option `limiters`. Never throws into a request.
 *
 * @param meter Default: that of the module, or the default meter.
 */
export function observeThrottler<Guard extends Type<CanActivate>>(
  GuardClass: Guard,
  meter?: AuthMeter,
): Guard {
  const inherited = GuardClass.prototype as CanActivate & ThrottlerParts;
  const asked = new WeakMap<ExecutionContext, Set<string>>();

  class ObservedThrottler extends GuardClass {
    @Optional()
    @Inject(AUTH_METER)
    readonly [METER]?: AuthMeter;

    override canActivate(context: ExecutionContext): ReturnType<CanActivate['canActivate']> {
      const names = new Set<string>();
      asked.set(context, names);
      return observeResult(() => super.canActivate(context), {
        onReturn: () => {
          const { throttlers = [] } = this as unknown as ThrottlerParts;
          for (const { name = UNNAMED } of throttlers) {
            if (!names.has(name)) this.open(context, name)(() => 'skipped');
          }
        },
      });
    }

    handleRequest(request: ThrottlerRequest): Promise<boolean> {
      const { context, throttler } = request;
      const name = throttler.name ?? UNNAMED;
      asked.get(context)?.add(name);
      const decide = this.open(context, name);
      return observeResult(() => inherited.handleRequest.call(this, request), {
        onReturn: (isAllowed) => {
          decide(() => (isAllowed ? 'allowed' : 'limited'));
        },
        onThrow: (error) => {
          decide((usage) => resultOfLimiterError(error, usage));
        },
      });
    }

    private open(context: ExecutionContext, name: string) {
      const { headerPrefix } = this as unknown as ThrottlerParts;
      const recorded = meter ?? this[METER] ?? getDefaultAuthMeter();
      const parts = recorded.guard('adapter', () => partsOfContext(context));
      const suffix = name === UNNAMED ? '' : `-${name}`;
      return openLimiterDecision(
        recorded,
        name,
        parts?.key ?? context,
        () => parts && usageOf(parts.answer, headerPrefix, suffix),
      );
    }
  }
  return mixin(ObservedThrottler) as unknown as Guard;
}
