export { authMetrics, type AuthMetricsPlugin, type CallHook } from './auth-metrics';
export { observeHandler, type AuthHandler } from './observe-handler';
export type { AuthMetricsOptions } from './options';
export type { ModelHooks, RowHook } from './row-hook';
export { createAuthMeter, setDefaultAuthMeter } from '@authmeter/core';
