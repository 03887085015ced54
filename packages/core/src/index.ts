// Recording
export { createAuthMeter, type AuthMeter, type OpenedExchange } from './auth-meter';
export {
  getDefaultAuthMeter,
  recordAuthAttempt,
  recordRateLimitHit,
  recordTokenAge,
  setDefaultAuthMeter,
} from './default-meter';
export type { FailureCount } from './recorder/recent-failures';
export {
  RECORDING_MODES,
  type AuthMeterOptions,
  type RecordingMode,
} from './options/auth-meter-options';
export { SYSTEM_CLOCK, type Clock } from './options/clock';
export { isRecordingEnabled, metricsPath } from './options/environment';
export { AuthmeterOptionError } from './options/option-error';

// For packages with options of their own
export {
  checkOptions,
  isArrayOf,
  isBoolean,
  isFunction,
  isIntegerBetween,
  isLabelValue,
  isLabelValueList,
  isOneOf,
  type OptionCheck,
  type OptionChecks,
} from './options/check-options';

// For instrumentation: requests and calls of which nobody told
export { meterInProgress } from './auth-meter';
export { exchangeToSpeakIn, runInRequest, type PendingExchange } from './exchange/in-progress';
export { isObserved } from './exchange/observed-requests';
export type { TokenValidation } from './exchange/token-validation';
export { observeLayer } from './http/observe-layer';
export { PendingHttpExchange } from './http/pending-http-exchange';
export { substituteMeterProvider } from './instruments/provider-watch';
export { runPassportCall, type PassportCallOptions } from './passport/passport-call';

// What is observed
export type { AuthObservation, AuthObservationKind, ObservationOf } from './model/auth-observation';
export type {
  AttemptObservation,
  ErrorObservation,
  LoginObservation,
  LogoutObservation,
  RegistrationObservation,
} from './model/attempt-observations';
export type {
  GuestObservation,
  MfaObservation,
  OAuthStepObservation,
  PasswordHashObservation,
  PasswordResetObservation,
} from './model/flow-observations';
export type {
  AuthorizationObservation,
  DetectionEvidence,
  LockoutObservation,
  RateLimitObservation,
  SecurityEventEndObservation,
  SecurityEventObservation,
} from './model/security-observations';
export type {
  CredentialAgeObservation,
  CredentialRotationObservation,
  DependencyCheckObservation,
  DroppedEventsObservation,
  InstrumentationFailureObservation,
} from './model/service-observations';
export type {
  KeyLookupObservation,
  SessionObservation,
  TokenIssuanceObservation,
  TokenRefreshObservation,
  TokenRevocationObservation,
  TokenUseObservation,
  TokenValidationObservation,
} from './model/token-observations';
export type {
  AuthErrorCategory,
  AuthObserver,
  CountedObservation,
  ObserverHost,
} from './model/auth-observer';
export type {
  AuthMethodName,
  FailureHints,
  RefreshTokenFacts,
  SubjectFacts,
  Timed,
  TokenFacts,
  Verdict,
} from './model/facts';

// Why it failed
export { categoryOf } from './classify/auth-error-category';
export type { AuthErrorHints } from './classify/auth-error-hints';
export { categorizeAuthError } from './classify/categorize-auth-error';
export type { AuthErrorRule, AuthErrorView } from './classify/error-rule';

// For readers that only look on
export { collectAsOnlooker } from './ledger/audience';

// For observers: bounded memory
export { DistinctWindow } from './ledger/distinct-window';
export { HeavyHitters, type HeavyHitter } from './ledger/heavy-hitters';
export { createNumberIndex, type CreateKeyIndex, type KeyIndex } from './ledger/number-index';
export { spreadNumber } from './ledger/spread-number';
export { subjectOf } from './recorder/subject-of';

// What may leave
export {
  clientAddress,
  type ClientAddressOptions,
  type ClientAddressSource,
  type ForwardingHeader,
} from './privacy/client-address';
export {
  addressKey,
  formatAddressKey,
  maskIpAddress,
  UNKNOWN_ADDRESS_KEY,
} from './privacy/mask-ip-address';
export { createPseudonymizer, pseudonymize, type PseudonymKey } from './privacy/pseudonymize';

// One request, one verdict
export type { AuthAttempt } from './exchange/auth-attempt';
export type { AuthExchange } from './exchange/auth-exchange';
export type {
  DeclaredOperation,
  ExchangeEnding,
  Judgement,
  OperationDetails,
  VerdictFacts,
} from './exchange/exchange-facts';
export { exchangeInProgress, runInExchange } from './exchange/in-progress';
export type { ObserveFacts, OperationFacts } from './exchange/observe-operation';
export { observeResult, type Endings } from './exchange/observe-result';

// For adapters: from HTTP messages to facts
export {
  createAuthHealth,
  type AuthHealthAnswer,
  type AuthHealthOptions,
  type AuthHealthReport,
  type DependencyCheck,
  type DependencyHealth,
} from './http/auth-health';
export { openHttpExchange, type OpenedHttpExchange } from './http/http-exchange';
export { pathOf, type HttpRequest, type HttpResponse } from './http/http-messages';
export {
  resolveHttpOptions,
  type HttpAuthOptions,
  type HttpAuthSettings,
} from './http/http-options';
export { identityOf } from './http/identity';
export { openLimiterDecision, type DecideOnce } from './http/limiter-decision';
export type { MetricsAccessOptions } from './http/metrics-access';
export {
  prepareMetricsEndpoint,
  type MetricsExporter,
  type NodeMessages,
  type ServeMetrics,
} from './http/metrics-endpoint';
export {
  checkObserveOptions,
  type ObserveLayerOptions,
  type ObserveLoginOptions,
  type ObserveOptions,
} from './http/observe-options';
export type { HttpParts } from './http/http-parts';
export { prepareLayer, type EnterObservedLayer } from './http/observe-layer';
export type { ObservedLayer } from './http/observed-layer';
export { prepareLogin, type EnterObservedLogin, type ObservedLogin } from './http/observed-login';
export type { OperationRoutes, RouteOperation } from './http/operation-table';
export {
  observeConsumption,
  observeLimiter,
  type ConsumingLimiter,
} from './http/consuming-limiter';
export {
  resolveRateLimitOptions,
  resultOfLimiterError,
  type ObserveRateLimitOptions,
  type RateLimitOptions,
} from './http/rate-limit';
export { observeStrategy, type PassportStrategy } from './passport/observe-strategy';
