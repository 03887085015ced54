import { observeResult, type AuthExchange, type Judgement } from '@authmeter/core';
import { readField, type HookContext } from './hook-context';
import { epochSecondsOf, loggedInFacts } from './logged-in-facts';

/** What Better Auth looks sessions up in. */
type SessionStore = Readonly<Record<string, unknown>>;
type FindSession = (token: string) => Promise<unknown>;

const MILLISECONDS_PER_SECOND = 1000;

/**
 * Lets an exchange learn what one call finds where it looks up a session, since Better Auth answers a bare 401
 * whatever it was: withdrawn, expired, or a database that is down.
 *
 * @param accepts Whether a session that is found accepts its owner.
 */
export function observeSessions(
  { context }: HookContext,
  exchange: AuthExchange,
  accepts: boolean,
): void {
  const store = context.internalAdapter as SessionStore | undefined;
  const find = store?.['findSession'];
  if (store === undefined || typeof find !== 'function') return;
  const findSession: FindSession = (token) =>
    observeResult(() => (find as FindSession).call(store, token), {
      onReturn: (found) => {
        exchange.recorder.guard('adapter', () => {
          const failure = failureOf(found);
          if (failure !== undefined) inform(exchange, failure);
          else if (accepts) exchange.accept(loggedInFacts(found, 'session'));
        });
      },
      onThrow: (error) => {
        inform(exchange, { outcome: 'failure', error });
      },
    });
  // The object is this call's own; the store behind it is everybody's.
  context.internalAdapter = Object.create(store, { findSession: { value: findSession } });
}

/** Gives an exchange the reason why the session that came along is no good, should it refuse. */
export function inform(exchange: AuthExchange, failure: Exclude<Judgement, string>): void {
  const category = exchange.recorder.categorize(failure);
  if (category !== undefined) exchange.inform(category, 'token_validate');
}

/** Whether a stored session is past its end. */
export function isExpired(session: unknown): boolean {
  const expiresAt = epochSecondsOf(readField(session, 'expiresAt'));
  return expiresAt !== undefined && expiresAt < Date.now() / MILLISECONDS_PER_SECOND;
}

/** The token was signed by the host, so one without a session had one. */
function failureOf(found: unknown): Exclude<Judgement, string> | undefined {
  const session = readField(found, 'session');
  if (session === undefined) return { outcome: 'failure', errorType: 'token_revoked' };
  return isExpired(session) ? { outcome: 'failure', errorType: 'expired_token' } : undefined;
}
