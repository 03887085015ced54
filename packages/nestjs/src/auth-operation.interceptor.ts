import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { exchangeInProgress, type AuthMeter } from '@authmeter/core';
import { tap, type Observable } from 'rxjs';
import { authMarksOf } from './auth-marks';
import { InjectAuthMeter } from './auth-metrics.decorator';
import { partsOfContext } from './request-parts';

/** Takes from what a handler throws why the operation failed that a decorator declares it to be. */
export class AuthOperationInterceptor implements NestInterceptor {
  constructor(@InjectAuthMeter() private readonly meter: AuthMeter) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const exchange = this.meter.guard('adapter', () => {
      if (authMarksOf(context).operation === undefined) return undefined;
      const parts = partsOfContext(context);
      return parts && exchangeInProgress(parts.key);
    });
    const handled = next.handle();
    if (exchange === undefined) return handled;
    const refuse = (error: unknown): void => {
      this.meter.guard('adapter', () => {
        exchange.refuse({ error });
      });
    };
    return handled.pipe(tap({ error: refuse }));
  }
}
