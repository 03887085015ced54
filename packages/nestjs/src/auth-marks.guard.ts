import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { exchangeInProgress, type AuthMeter } from '@authmeter/core';
import { applyAuthMarks, authMarksOf } from './auth-marks';
import { InjectAuthMeter } from './inject-auth-meter';
import { partsOfContext } from './request-parts';

/** Lets everybody pass; by standing there, it learns which handler a request reaches. */
export class AuthMarksGuard implements CanActivate {
  constructor(@InjectAuthMeter() private readonly meter: AuthMeter) {}

  canActivate(context: ExecutionContext): true {
    this.meter.guard('adapter', () => {
      const parts = partsOfContext(context);
      if (parts === undefined) return;
      const exchange = exchangeInProgress(parts.key);
      if (exchange !== undefined) applyAuthMarks(authMarksOf(context), exchange, parts);
    });
    return true;
  }
}
