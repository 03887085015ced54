import { getDefaultAuthMeter, type AuthMeter } from '@authmeter/core';
import type { HookContext } from './hook-context';
import { enterCall, leaveCall } from './observed-call';
import {
  endRequest,
  hearResponse,
  openRequest,
  passLimiter,
  type ObservedRequest,
} from './observed-request';
import { resolveOptions, type AuthMetricsOptions } from './options';
import type { ModelHooks } from './row-hook';
import { createSessionHooks } from './session-hooks';
import { createUserHooks } from './user-hooks';

/** One hook of a plugin's, as Better Auth runs it. */
export interface CallHook {
  readonly matcher: () => boolean;
  readonly handler: ((hook: object) => Promise<object>) & { readonly options: object };
}

/** The plugin: plain data and functions, so nothing of Better Auth's is needed to make it. */
export interface AuthMetricsPlugin {
  readonly id: 'authmeter';
  readonly init: () => {
    readonly options: {
      readonly databaseHooks: { readonly session: ModelHooks; readonly user: ModelHooks };
    };
  };
  readonly onRequest: (request: Request, context: object) => Promise<void>;
  readonly onResponse: (response: Response, context: object) => Promise<void>;
  readonly hooks: { readonly before: CallHook[]; readonly after: CallHook[] };
}

/**
 * Better Auth's plugin that counts what its endpoints do, over HTTP and called in process. Put it last in the list
 * of plugins: an earlier one may still turn a login into the question for a second factor.
 *
 * @throws AuthmeterOptionError at set-up for an option that cannot be used. Never throws into a request.
 */
export function authMetrics(
  meter: AuthMeter = getDefaultAuthMeter(),
  options?: AuthMetricsOptions,
): AuthMetricsPlugin {
  const settings = resolveOptions('authMetrics', options);
  const observed = new WeakMap<object, ObservedRequest>();
  const hookOf = (hear: (meter: AuthMeter, hook: HookContext) => void): CallHook => ({
    matcher: () => true,
    handler: Object.assign(
      (hook: object) => {
        meter.guard('adapter', () => {
          hear(meter, hook as HookContext);
        });
        // Better Auth reads headers and a response from whatever a hook returns.
        return Promise.resolve({});
      },
      { options: {} },
    ),
  });
  return {
    id: 'authmeter',
    init: () => ({
      options: {
        databaseHooks: { session: createSessionHooks(meter), user: createUserHooks(meter) },
      },
    }),
    onRequest: (request, context) => {
      meter.guard('adapter', () => {
        const opened = openRequest(meter, settings, request);
        if (opened !== undefined) observed.set(context, opened);
        passLimiter(meter, request, (context as LimitedContext).rateLimit?.enabled === true);
      });
      return Promise.resolve();
    },
    onResponse: async (response, context) => {
      const opened = observed.get(context);
      if (opened === undefined) return;
      await hearResponse(opened, response);
      meter.guard('adapter', () => {
        endRequest(opened, response.status);
      });
    },
    hooks: { before: [hookOf(enterCall)], after: [hookOf(leaveCall)] },
  };
}

/** What is read of Better Auth's own context. */
interface LimitedContext {
  readonly rateLimit?: { readonly enabled?: boolean };
}
