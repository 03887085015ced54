import { ForbiddenException, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { isObservable, lastValueFrom } from 'rxjs';
import {
  exchangeInProgress,
  observeResult,
  prepareLayer,
  type AuthMeter,
  type EnterObservedLayer,
  type ObservedLayer,
} from '@authmeter/core';
import { applyAuthMarks, authMarksOf } from './auth-marks';
import { forgetRefusal, heardRefusal, tellRefusal } from './heard-refusal';
import type { NestRequest, NestResponse } from './nest-messages';
import type { ObserveGuardOptions, SettledDecision } from './observe-guard.options';
import { observeMessage } from './observe-message';
import { partsOfContext } from './request-parts';

/** What a guard returns. */
export type GuardDecision = ReturnType<CanActivate['canActivate']>;
type Enter = EnterObservedLayer<NestRequest, NestResponse>;

/** Runs a guard under observation; decides and throws what it does. */
export type ObserveDecision = (
  meter: AuthMeter,
  context: ExecutionContext,
  decide: () => GuardDecision,
) => GuardDecision;

/**
 * Prepares the observation of one guard.
 *
 * @throws AuthmeterOptionError for the first option that cannot be used.
 */
export function prepareGuard(options: ObserveGuardOptions): ObserveDecision {
  prepareLayer('observeGuard', options);
  const prepared = new WeakMap<AuthMeter, Enter>();
  const enterFor = (meter: AuthMeter): Enter => {
    const enter = prepared.get(meter) ?? prepareLayer('observeGuard', { ...options, meter });
    prepared.set(meter, enter);
    return enter;
  };
  return (meter, context, decide) => {
    const settle = (): SettledDecision => settled(decide());
    forgetRefusal(context);
    const marks = meter.guard('adapter', () => authMarksOf(context));
    if (marks === undefined) return settle();
    const parts = partsOfContext(context);
    if (marks.isSkipped) {
      if (parts !== undefined) exchangeInProgress(parts.key)?.abandon();
      return settle();
    }
    if (parts === undefined) {
      return observeMessage(meter, context, { method: marks.method ?? 'jwt', ...options }, settle);
    }
    const layer = enterFor(meter)(parts);
    if (layer === undefined) return settle();
    meter.guard('adapter', () => {
      const exchange = exchangeInProgress(parts.key);
      if (exchange !== undefined) applyAuthMarks(marks, exchange, parts);
    });
    return layer.run(() => observeRequest(layer, context, settle));
  };
}

/** Runs a guard inside the request that it stands in. */
function observeRequest(
  layer: ObservedLayer,
  context: ExecutionContext,
  settle: () => SettledDecision,
): SettledDecision {
  return observeResult(settle, {
    onReturn: (isAllowed) => {
      const refusal = heardRefusal(context);
      if (!isAllowed) {
        // Over HTTP the answer may tell more; a GraphQL answer is 200 whatever happens.
        if (context.getType<string>() !== 'http') layer.refuse(new ForbiddenException());
      } else if (refusal === undefined) layer.pass();
      else layer.tolerate(refusal.error ?? refusal.info);
    },
    onThrow: () => {
      tellRefusal(context);
    },
  });
}

function settled(decision: GuardDecision): SettledDecision {
  return isObservable(decision) ? lastValueFrom(decision) : decision;
}
