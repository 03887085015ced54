import { Inject } from '@nestjs/common';
import { AUTH_METER } from './auth-metrics.constants';

/** Injects the meter of `AuthMetricsModule`. */
export function InjectAuthMeter(): PropertyDecorator & ParameterDecorator {
  return Inject(AUTH_METER);
}
