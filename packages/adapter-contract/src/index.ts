export { createContractApp, type ContractApp } from './app/contract-app';
export { contractRequest } from './app/contract-request';
export type {
  CheckStep,
  ContractAnswer,
  ContractClaims,
  ContractOperation,
  ContractRequest,
  ContractRoute,
  ContractStep,
  GuardStep,
  LimiterStep,
  SessionStep,
} from './app/contract-route';
export { operationsOf } from './app/operations-of';
export { AUTHORIZATIONS, type AuthorizationName } from './app/tokens';
export { describeAdapterContract, type AdapterContractOptions } from './describe-adapter-contract';
export type { AdapterFunctions, AdapterUnderTest } from './functions/adapter-under-test';
export { describeFunctions } from './functions/describe-functions';
export {
  describeMetricsEndpoint,
  type StartMetricsServer,
} from './functions/describe-metrics-endpoint';
export { serveOnFreePort, type ContractServer, type StartServer } from './server/contract-server';
export type { CountedPoint } from './expectation/counted-point';
export { SECRETS, startExample, type RunningExample } from './examples/start-example';
export { startOtlpSink, type OtlpPoint, type OtlpSink } from './examples/start-otlp-sink';
export { EXPIRED, FORGED, SECRET, tokenWith, VALID } from './play/bearer-headers';
export { get, observeApp, type ObserveAppOptions, type ObservedApp } from './play/observe-app';
