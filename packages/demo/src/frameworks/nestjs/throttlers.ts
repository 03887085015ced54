import { observeThrottler } from '@authmeter/nestjs';
import type { CanActivate, DynamicModule, Type } from '@nestjs/common';
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';
import type { Request } from 'express';
import { LIMITER_NAMES, type LimiterName, type Limits } from '../../service/rate-limits';

/** One named throttler for each limit of the service. */
export function throttle(limits: Limits): DynamicModule {
  return ThrottlerModule.forRoot(
    LIMITER_NAMES.map((name) => ({
      name,
      limit: limits[name].limit,
      ttl: limits[name].windowMilliseconds,
      getTracker: (request) => {
        const { ip, headers } = request as Request;
        const apiKey = headers['x-api-key'];
        return limits[name].keyOf({ address: ip ?? '', apiKey: apiKey?.toString() });
      },
    })),
  );
}

/** A guard that asks one of the throttlers; beyond its limit it answers 429. */
export function ThrottlerOf(limiter: LimiterName): Type<CanActivate> {
  class OneThrottler extends ThrottlerGuard {
    override async onModuleInit(): Promise<void> {
      await super.onModuleInit();
      this.throttlers = this.throttlers.filter(({ name }) => name === limiter);
    }
  }
  return observeThrottler(OneThrottler);
}
