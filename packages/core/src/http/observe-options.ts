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

/** What the wrappers of all adapters can be given. */
export interface ObserveOptions<Request, Response> {
  readonly meter?: AuthMeter;
  readonly method?: AuthMethodName;
  readonly optional?: boolean;
  readonly identify?: (request: Request) => VerdictFacts | undefined;
  readonly outcome?: (request: Request, response: Response) => Judgement | undefined;
}

const CHECKS: OptionChecks<ObserveOptions<never, never>> = {
  meter: {
    accepts: (value) => typeof value === 'object' && value !== null && 'openExchange' in value,
    allowed: 'a meter made by createAuthMeter',
  },
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
