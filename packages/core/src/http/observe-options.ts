import type { AuthMeter } from '../auth-meter';
import type { Judgement, VerdictFacts } from '../exchange/exchange-facts';
import type { AuthMethodName } from '../model/facts';
import {
  checkOptions,
  isBoolean,
  isFunction,
  isLabelValue,
  type OptionChecks,
} from '../options/check-options';

/** How one auth layer is observed; all options have defaults. */
export interface ObserveLayerOptions<Request> {
  /** Records what is observed. Default: the default meter. */
  readonly meter?: AuthMeter;
  /** What the layer authenticates with. Default: what the request shows, or else `jwt`. */
  readonly method?: AuthMethodName;
  /** Whether it also lets callers pass whom it does not know. Default false. */
  readonly optional?: boolean;
  /** Reads who was accepted, and with what token. Default: from `auth` and `user`, as libraries leave them. */
  readonly identify?: (request: Request) => VerdictFacts | undefined;
}

/** How one login is observed; all options have defaults. */
export interface ObserveLoginOptions<Request, Response> {
  /** Records what is observed. Default: the default meter. */
  readonly meter?: AuthMeter;
  /** What the user logs in with. Default `password`. */
  readonly method?: AuthMethodName;
  /** Judges the answer where its status does not tell: a redirect, a flag in the body. Default: by its status. */
  readonly outcome?: (request: Request, response: Response) => Judgement | undefined;
  /** Reads whose login it was, also when it failed. Default: from `auth` and `user`, as libraries leave them. */
  readonly identify?: (request: Request) => VerdictFacts | undefined;
}

/** What the wrappers of all adapters can be given. */
export type ObserveOptions<Request, Response> = ObserveLayerOptions<Request> &
  ObserveLoginOptions<Request, Response>;

/** What an option `meter` takes. */
export const METER_CHECK = {
  accepts: (value: unknown) =>
    typeof value === 'object' && value !== null && 'openExchange' in value,
  allowed: 'a meter made by createAuthMeter',
};

const CHECKS: OptionChecks<ObserveOptions<never, never>> = {
  meter: METER_CHECK,
  method: { accepts: isLabelValue, allowed: 'the name of a method, such as "jwt"' },
  optional: isBoolean,
  identify: isFunction,
  outcome: isFunction,
};

/**
 * Checks the options of a wrapper.
 *
 * @param owner The adapter's function, as errors name it.
 * @throws AuthmeterOptionError for the first option that cannot be used.
 */
export function checkObserveOptions<Options extends ObserveOptions<never, never>>(
  owner: string,
  options: Options,
): Options {
  return checkOptions(owner, options, CHECKS as OptionChecks<Options>);
}
