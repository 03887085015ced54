import { AsyncResource } from 'node:async_hooks';
import {
  exchangeInProgress,
  type AuthMeter,
  type AuthObservation,
  type SessionObservation,
} from '@authmeter/core';
import type { EndCause } from '@authmeter/core/conventions';
import { keyOf, readField } from './hook-context';
import { epochSecondsOf, loggedInFacts } from './logged-in-facts';
import { isExpired } from './observed-sessions';
import { endpointAround, prepareRowHook, type ModelHooks } from './row-hook';

const MILLISECONDS_PER_SECOND = 1000;

/** Counts sessions as they are stored, renewed and deleted, whichever endpoint does it. Never throws. */
export function createSessionHooks(meter: AuthMeter): ModelHooks {
  // Renewing a session is nothing that the request around it does: it is recorded outside of it.
  const recordApart = AsyncResource.bind((observation: AuthObservation) => {
    meter.record(observation);
  });
  const renewing = new WeakSet<object>();
  const quietly = prepareRowHook(meter);
  return {
    create: {
      after: quietly((row) => {
        meter.record({ kind: 'session', change: 'started', ...subjectOf(row) });
      }),
    },
    update: {
      before: quietly((change, context) => {
        const isRenewal = readField(change, 'expiresAt') !== undefined;
        if (isRenewal && typeof context === 'object' && context !== null) renewing.add(context);
      }),
      after: quietly((row, context) => {
        if (typeof context !== 'object' || context === null || !renewing.delete(context)) return;
        recordApart({ kind: 'token_refresh', outcome: 'success', ...subjectOf(row) });
      }),
    },
    delete: {
      after: quietly((row, context) => {
        endSession(meter, row, context);
      }),
    },
  };
}

function endSession(meter: AuthMeter, row: unknown, context: unknown): void {
  const { ends, revokes, operation } = endpointAround(context);
  // Whoever comes across a session that is over deletes it.
  const isOver = isExpired(row);
  const subject = subjectOf(row);
  const key = keyOf(context);
  if (operation?.operation === 'logout') exchangeInProgress(key)?.learn(subject);
  const cause: EndCause = isOver ? 'timeout' : (ends ?? 'other');
  meter.record({ kind: 'session', change: 'ended', cause, ...subject, ...lengthOf(row) }, key);
  if (revokes === true && !isOver) {
    meter.record({ kind: 'token_revocation', tokenType: 'session', cause, ...subject }, key);
  }
}

function subjectOf(row: unknown): Pick<SessionObservation, 'accountId' | 'sessionId' | 'method'> {
  const { accountId, sessionId } = loggedInFacts({ session: row }) ?? {};
  return {
    method: 'session',
    ...(accountId === undefined ? {} : { accountId }),
    ...(sessionId === undefined ? {} : { sessionId }),
  };
}

function lengthOf(row: unknown): { readonly durationSeconds?: number } {
  const startedAt = epochSecondsOf(readField(row, 'createdAt'));
  const now = Date.now() / MILLISECONDS_PER_SECOND;
  return startedAt === undefined ? {} : { durationSeconds: Math.max(0, now - startedAt) };
}
