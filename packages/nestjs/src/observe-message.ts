import type { ExecutionContext } from '@nestjs/common';
import {
  exchangeInProgress,
  identityOf,
  observeResult,
  type AuthMeter,
  type AuthMethodName,
} from '@authmeter/core';
import { heardRefusal, tellRefusal } from './heard-refusal';
import type { NestRequest } from './nest-messages';
import type { ObserveGuardOptions, SettledDecision } from './observe-guard.options';

interface MessageOptions extends ObserveGuardOptions {
  readonly method: AuthMethodName;
}

/** Runs a guard that stands before a message of a socket or of a transport: each message is an attempt of its own. */
export function observeMessage(
  meter: AuthMeter,
  context: ExecutionContext,
  { method, optional = false, identify }: MessageOptions,
  settle: () => SettledDecision,
): SettledDecision {
  const whom = () => {
    const carrier = carrierOf(context);
    return (
      (identify && meter.guard('adapter', () => identify(carrier))) ??
      meter.guard('adapter', () => identityOf(carrier.auth, carrier.user))
    );
  };
  const run = () =>
    observeResult(settle, {
      onReturn: (isAllowed) => {
        const isGuest = heardRefusal(context) !== undefined || (optional && whom() === undefined);
        if (isAllowed && isGuest) exchangeInProgress()?.abandon();
      },
      onThrow: () => {
        tellRefusal(context);
      },
    });
  const judge = (isAllowed: boolean) =>
    isAllowed
      ? ('success' as const)
      : ({ outcome: 'failure', errorType: 'insufficient_permissions' } as const);
  return meter.observe('authenticate', { method, judge, identify: whom }, run);
}

/** Where a guard leaves the account: on the client of a socket, or on the context of a transport. */
function carrierOf(context: ExecutionContext): NestRequest {
  const isSocket = context.getType() === 'ws';
  return context.getArgByIndex<NestRequest | undefined>(isSocket ? 0 : 1) ?? ({} as NestRequest);
}
