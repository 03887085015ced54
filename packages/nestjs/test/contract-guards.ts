import type { ContractApp, ContractStep, GuardStep } from '@authmeter/adapter-contract';
import { HttpException, type CanActivate, type ExecutionContext, type Type } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import { observeGuard, observeThrottler } from '../src';
import { contractRequestIn } from './contract-messages';

/** The guard that does what a step of a route does. */
export function guardOf({ meter }: ContractApp, step: ContractStep): Type<CanActivate> {
  switch (step.kind) {
    case 'guard':
      return observeGuard(deciding(step), { meter, optional: step.isOptional ?? false });
    case 'limiter':
      return observeThrottler(ThrottlerGuard);
    case 'check':
      return guardThat((context) => {
        const answer = step.check(contractRequestIn(context));
        if (answer !== undefined) throw new HttpException('', answer.status);
        return true;
      });
    case 'session':
      return guardThat((context) => accept(context, step.account));
    default:
      return step satisfies never;
  }
}

function deciding(guard: GuardStep): Type<CanActivate> {
  switch (guard.refuses) {
    case 'by throwing':
      return guardThat((context) =>
        accept(context, guard.authenticate(contractRequestIn(context))),
      );
    case 'by rejecting':
    case 'by passing the error on':
      return guardThat(async (context) =>
        accept(context, await guard.authenticate(contractRequestIn(context))),
      );
    case 'by answering':
      return guardThat(async (context) => {
        const request = contractRequestIn(context);
        const claims = await guard.authenticate(request).catch(() => {
          throw new HttpException('', guard.status);
        });
        return accept(context, claims);
      });
    default:
      return guard satisfies never;
  }
}

function guardThat(decide: (context: ExecutionContext) => boolean | Promise<boolean>) {
  return class implements CanActivate {
    canActivate(context: ExecutionContext): boolean | Promise<boolean> {
      return decide(context);
    }
  };
}

function accept(context: ExecutionContext, user: unknown): true {
  if (user !== undefined) Object.assign(context.switchToHttp().getRequest<object>(), { user });
  return true;
}
