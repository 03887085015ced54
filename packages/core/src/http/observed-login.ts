import { getDefaultAuthMeter } from '../default-meter';
import { runInExchange } from '../exchange/in-progress';
import { observeResult } from '../exchange/observe-result';
import { openHttpExchange } from './http-exchange';
import { resolveHttpOptions } from './http-options';
import type { HttpParts } from './http-parts';
import { checkObserveOptions, type ObserveLoginOptions } from './observe-options';

/** A wrapped login handler in one request. None of its functions throws. */
export interface ObservedLogin {
  /** Runs the handler inside the exchange; what it throws or rejects with is why the login failed. */
  readonly run: <Result>(work: () => Result) => Result;
  /** It handed an error on. */
  readonly fail: (error: unknown) => void;
  /** It handed on; where failures of those behind it come back through it, they are not its own. */
  readonly handOn: () => void;
}

/** Enters the login in a request; undefined where the request is not observed. */
export type EnterObservedLogin<Request, Response> = (
  parts: HttpParts<Request, Response>,
) => ObservedLogin | undefined;

/**
 * Prepares the observation of one login handler: made once, entered for every request.
 *
 * @param owner The adapter's function, as errors name it.
 * @throws AuthmeterOptionError for the first option that cannot be used.
 */
export function prepareLogin<Request, Response>(
  owner: string,
  options: ObserveLoginOptions<Request, Response>,
): EnterObservedLogin<Request, Response> {
  const {
    meter = getDefaultAuthMeter(),
    method = 'password',
    outcome,
    ...own
  } = checkObserveOptions(owner, options);
  const settings = resolveHttpOptions<Request, Response>(owner, own);
  return (parts) => {
    const opened = openHttpExchange(meter, settings, parts);
    if (opened === undefined) return undefined;
    const { exchange } = opened;
    const { request, response, answer } = parts;
    exchange.declare({ operation: 'login', method });
    // In front of the listener that settles, whoever opened the exchange.
    answer.prependListener('close', () => {
      meter.guard('adapter', () => {
        exchange.learn(own.identify?.(request));
      });
      const judgement = meter.guard('adapter', () => outcome?.(request, response));
      if (judgement !== undefined) exchange.leave('login', judgement);
    });
    let hasHandedOn = false;
    const fail = (error: unknown): void => {
      meter.guard('adapter', () => {
        if (!hasHandedOn) exchange.refuse({ error });
      });
    };
    return {
      run: (work) => observeResult(() => runInExchange(exchange, work), { onThrow: fail }),
      fail,
      handOn: () => {
        hasHandedOn = true;
      },
    };
  };
}
