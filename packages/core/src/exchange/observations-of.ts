import type { AuthErrorType, AuthOperation, AuthOutcome } from '../conventions';
import type { AuthErrorCategory } from '../model/auth-observer';
import type { AuthObservation } from '../model/auth-observation';
import type { DeclaredOperation, ExchangeEnding, VerdictFacts } from './exchange-facts';
import { impliedValidation } from './implied-validation';
import type { ExchangeOutcome } from './resolve-outcome';

/** One thing to record, and whether its failure counts itself in `auth.errors`. */
export interface Recording {
  readonly observation: AuthObservation;
  readonly countsError: boolean;
}

/** What the recording of an ended exchange reads. */
export interface EndedExchange {
  readonly declared: DeclaredOperation | undefined;
  readonly facts: VerdictFacts;
  readonly innerFailure: AuthErrorCategory | undefined;
  readonly innerOperation: AuthOperation | undefined;
  readonly sawValidation: boolean;
  readonly wasAccepted: boolean;
  durationSeconds(): number;
}

/** What every observation of one exchange has in common. */
interface Common extends VerdictFacts {
  readonly outcome: AuthOutcome;
  readonly errorType: AuthErrorType | undefined;
  readonly durationSeconds: number;
}

/** What people log in and register with where nothing says otherwise. */
const USUAL_LOGIN_METHOD = 'password';

/** Everything that an ended exchange records. Each event is one observation, each failure one error. */
export function observationsOf(
  exchange: EndedExchange,
  outcome: ExchangeOutcome,
  ending: ExchangeEnding,
): Recording[] {
  const recordings = outcome === 'nothing' ? [] : recordOutcome(exchange, outcome, ending);
  // A failure inside that cost nobody anything is still an error of its own; that a guest brought nothing is none.
  const { innerFailure, innerOperation } = exchange;
  const errorType = innerFailure?.errorType ?? 'missing_auth';
  if (errorType !== 'missing_auth' && innerOperation !== undefined && !isExplained(recordings)) {
    recordings.push({
      observation: { kind: 'error', operation: innerOperation, errorType },
      countsError: true,
    });
  }
  return recordings;
}

function isExplained(recordings: readonly Recording[]): boolean {
  return recordings.some(
    ({ observation, countsError }) =>
      countsError && 'errorType' in observation && observation.errorType !== undefined,
  );
}

function recordOutcome(
  exchange: EndedExchange,
  outcome: Exclude<ExchangeOutcome, 'nothing'>,
  ending: ExchangeEnding,
): Recording[] {
  const common = commonOf(exchange, outcome === 'success' ? undefined : outcome.errorType);
  if (exchange.declared !== undefined) return recordOperation(exchange.declared, common, ending);
  const validation = impliedValidation(exchange, common, ending);
  const attempt: Recording = { observation: { ...common, kind: 'attempt' }, countsError: true };
  return validation === undefined
    ? [attempt]
    : [{ observation: validation, countsError: false }, attempt];
}

/** Written out: this is done for every request, and the observation of a request shall cost little. */
function commonOf(exchange: EndedExchange, errorType: AuthErrorType | undefined): Common {
  const { method, token, refreshToken, sourceAddress, accountId, sessionId, route } =
    exchange.facts;
  return {
    outcome: errorType === undefined ? 'success' : 'failure',
    errorType,
    durationSeconds: exchange.durationSeconds(),
    method,
    token,
    refreshToken,
    sourceAddress,
    accountId,
    sessionId,
    route,
  };
}

function recordOperation(
  declared: DeclaredOperation,
  shared: Common,
  ending: ExchangeEnding,
): Recording[] {
  const { operation, method, factor, event, provider, policy, tokenType, grantType, cause } =
    declared;
  const common = method === undefined ? shared : { ...shared, method };
  const { outcome } = common;
  const one = (observation: AuthObservation): Recording[] => [{ observation, countsError: true }];
  switch (operation) {
    case 'authenticate':
      return one({ ...common, kind: 'attempt' });
    case 'login':
      return one({ ...common, method: common.method ?? USUAL_LOGIN_METHOD, kind: 'login' });
    case 'logout':
      if (outcome === 'failure') return one({ ...common, kind: 'error', operation });
      return wasLoggedIn(shared, ending) ? one({ ...common, kind: 'logout', cause }) : [];
    case 'register':
      return one({
        ...common,
        method: common.method ?? USUAL_LOGIN_METHOD,
        kind: 'registration',
      });
    case 'token_validate':
      // A verifier that is called with nothing validates nothing.
      return common.errorType === 'missing_auth'
        ? []
        : one({ ...common, kind: 'token_validation', tokenType });
    case 'token_issue':
      return outcome === 'success'
        ? one({ ...common, kind: 'token_issuance', tokenType, grantType })
        : one({ ...common, kind: 'error', operation });
    case 'token_refresh':
      return one({ ...common, kind: 'token_refresh' });
    case 'token_revoke':
      return outcome === 'success'
        ? one({ ...common, kind: 'token_revocation', tokenType, cause })
        : one({ ...common, kind: 'error', operation });
    case 'oauth_start':
      return one({ ...common, kind: 'oauth_step', step: 'start', provider });
    case 'oauth_callback':
      return [
        {
          observation: { ...common, kind: 'oauth_step', step: 'callback', provider },
          countsError: false,
        },
        { observation: { ...common, kind: 'login', method: method ?? 'oauth' }, countsError: true },
      ];
    case 'password_reset':
      return one({
        ...common,
        kind: 'password_reset',
        event: outcome === 'success' ? (event ?? 'requested') : 'failed',
      });
    case 'mfa_verify':
      return one({
        ...common,
        kind: 'mfa_challenge',
        factor: factor ?? 'totp',
        stage: 'verified',
      });
    case 'authorize':
      return one({ ...common, kind: 'authorization', policy });
    default:
      return operation satisfies never;
  }
}

/** A logout with nobody logged in is no logout. */
function wasLoggedIn({ accountId }: VerdictFacts, ending: ExchangeEnding): boolean {
  return (
    accountId !== undefined ||
    ending.isIdentified === true ||
    ending.credentialPresent === true ||
    ending.judgement !== undefined
  );
}
