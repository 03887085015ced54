export { AuthHealthIndicator, type AuthHealthResult } from './auth-health.indicator';
export {
  AuthMethod,
  AuthOperation,
  SkipAuthMetrics,
  type NestOperation,
} from './auth-metrics.decorator';
export { AuthMetricsModule } from './auth-metrics.module';
export type { AuthMetricsModuleOptions, MetricsEndpointOptions } from './auth-metrics.options';
export type { NestRequest, NestResponse } from './nest-messages';
export { InjectAuthMeter } from './inject-auth-meter';
export { observeGuard } from './observe-guard';
export { observeThrottler } from './observe-throttler';
export type { ObserveGuardOptions } from './observe-guard.options';
export {
  createAuthMeter,
  metricsPath,
  observeStrategy,
  setDefaultAuthMeter,
  type MetricsExporter,
} from '@authmeter/core';
