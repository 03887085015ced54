import {
  Optional,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { exchangeInProgress, getDefaultAuthMeter, type AuthMeter } from '@authmeter/core';
import { tap, type Observable } from 'rxjs';
import { InjectAuthMeter } from './inject-auth-meter';
import { partsOfContext } from './request-parts';

/** Takes from what a handler throws why the operation failed that its decorator declares it to be. */
export class AuthOperationInterceptor implements NestInterceptor {
  private readonly meter: AuthMeter;

  /** @param meter Absent where a decorated controller is used without the module, as in a test. */
  constructor(@Optional() @InjectAuthMeter() meter?: AuthMeter) {
    this.meter = meter ?? getDefaultAuthMeter();
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const exchange = this.meter.guard('adapter', () => {
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
