import {
  categorizeAuthError,
  exchangeToSpeakIn,
  observeResult,
  type AuthMeter,
  type OAuthStepObservation,
} from '@authmeter/core';
import type { AuthErrorType, OAuthStep } from '@authmeter/core/conventions';
import type { LibraryFunction, Wrap } from '../patching/wrap-once';
import { runtimeFor } from '../runtime';

const LIBRARY = 'openid-client';
const MILLISECONDS_PER_SECOND = 1000;

/** One call of the library. */
export interface OAuthCall {
  readonly client: unknown;
  readonly parameters: readonly unknown[];
}

/** Where the versions of the library keep the identity provider. */
export type ReadIssuer = (call: OAuthCall) => string | undefined;

/** What the identity provider, or the check of what it sent, says before any code is exchanged. */
const BEFORE_EXCHANGE: ReadonlySet<AuthErrorType> = new Set([
  'csrf_failed',
  'access_denied',
  'challenge_required',
]);

type StepFacts = Pick<OAuthStepObservation, 'provider' | 'durationSeconds'>;

/** Counts one step, however it ends. */
export function observeStep(step: OAuthStep, readIssuer: ReadIssuer): Wrap {
  return (original) =>
    function oauthStep(this: unknown, ...parameters) {
      return observeCall(
        original,
        { client: this, parameters },
        readIssuer,
        (meter, facts, failure) => {
          record(meter, step, facts, failure);
        },
      );
    };
}

/**
 * Counts the return of a user, and the exchange of the code that came along.
 *
 * @param hasCode Whether there is a code to exchange.
 */
export function observeReturn(hasCode: (call: OAuthCall) => boolean, readIssuer: ReadIssuer): Wrap {
  return (original) =>
    function oauthReturn(this: unknown, ...parameters) {
      const call = { client: this, parameters };
      return observeCall(original, call, readIssuer, (meter, facts, failure) => {
        const isEarly =
          failure !== undefined &&
          BEFORE_EXCHANGE.has(categorizeAuthError(failure.error).errorType);
        const exchanges = hasCode(call) && !isEarly;
        // A route that was declared to be the callback counts that step by itself.
        if (exchangeToSpeakIn()?.declared?.operation !== 'oauth_callback') {
          record(meter, 'callback', facts, exchanges ? undefined : failure);
        }
        if (exchanges) record(meter, 'code_exchange', facts, failure);
      });
    };
}

/** A failure, in an object of its own: anything can be thrown. */
interface Failure {
  readonly error: unknown;
}

function observeCall(
  original: LibraryFunction,
  call: OAuthCall,
  readIssuer: ReadIssuer,
  tell: (meter: AuthMeter, facts: StepFacts, failure: Failure | undefined) => void,
): unknown {
  const run = (): unknown => original.apply(call.client, [...call.parameters]);
  const runtime = runtimeFor(LIBRARY);
  if (runtime === undefined) return run();
  const { meter } = runtime;
  const startedAt = performance.now();
  const end = (failure: Failure | undefined): void => {
    const durationSeconds = (performance.now() - startedAt) / MILLISECONDS_PER_SECOND;
    meter.guard('adapter', () => {
      const provider = hostOf(readIssuer(call));
      tell(
        meter,
        provider === undefined ? { durationSeconds } : { durationSeconds, provider },
        failure,
      );
    });
  };
  return observeResult(run, {
    onReturn: () => {
      end(undefined);
    },
    onThrow: (error) => {
      end({ error });
    },
  });
}

function record(
  meter: AuthMeter,
  step: OAuthStep,
  facts: StepFacts,
  failure: Failure | undefined,
): void {
  const verdict =
    failure === undefined
      ? ({ outcome: 'success' } as const)
      : ({ outcome: 'failure', error: failure.error } as const);
  meter.record({ kind: 'oauth_step', step, ...facts, ...verdict });
}

/** The host of an issuer, as which it can be declared in the option `providers`. */
function hostOf(issuer: string | undefined): string | undefined {
  return issuer !== undefined && URL.canParse(issuer) ? new URL(issuer).hostname : undefined;
}
