import { observeThrottler } from '@authmeter/nestjs';
import type { CanActivate, Type } from '@nestjs/common';
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';
import type { Request } from 'express';
import {
  LIMIT_WINDOW_MILLISECONDS,
  LIMITER_NAMES,
  LIMITS,
  type LimiterName,
} from '../../service/rate-limits';

/** One named throttler for each limit of the service. */
export const THROTTLERS = ThrottlerModule.forRoot(
  LIMITER_NAMES.map((name) => ({
    name,
    limit: LIMITS[name].limit,
    ttl: LIMIT_WINDOW_MILLISECONDS,
    getTracker: (request) => {
      const { ip, headers } = request as Request;
      const apiKey = headers['x-api-key'];
      return LIMITS[name].keyOf({ address: ip ?? '', apiKey: apiKey?.toString() });
    },
  })),
);

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
