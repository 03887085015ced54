export { authHealth } from './auth-health';
export { authMetrics, type AuthMetricsOptions } from './auth-metrics';
export { metricsEndpoint } from './metrics-endpoint';
export type { AnyHandler, ExpressRequest, Middleware, Next } from './middleware';
export { observeAuth, type ObserveAuthOptions } from './observe-auth';
export { observeLogin, type ObserveLoginOptions } from './observe-login';
export { observeRateLimit } from './observe-rate-limit';
export {
  createAuthMeter,
  metricsPath,
  observeStrategy,
  setDefaultAuthMeter,
  type AuthHealthOptions,
  type MetricsExporter,
  type ObserveRateLimitOptions,
} from '@authmeter/core';
