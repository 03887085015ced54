import { types } from 'node:util';
import type { TokenFacts, VerdictFacts } from '@authmeter/core';
import { readField } from './hook-context';

const MILLISECONDS_PER_SECOND = 1000;

/** What a session tells of whom it belongs to and of its age; undefined when there is none. Never throws. */
export function loggedInFacts(loggedIn: unknown, method?: string): VerdictFacts | undefined {
  const session = readField(loggedIn, 'session');
  if (session === undefined) return undefined;
  const accountId = readField(readField(loggedIn, 'user'), 'id') ?? readField(session, 'userId');
  const sessionId = readField(session, 'id');
  return {
    ...(method === undefined ? {} : { method }),
    ...(typeof accountId === 'string' ? { accountId } : {}),
    ...(typeof sessionId === 'string' ? { sessionId } : {}),
    token: tokenOf(session),
  };
}

function tokenOf(session: unknown): TokenFacts {
  const issuedAtEpochSeconds = epochSecondsOf(readField(session, 'createdAt'));
  const expiresAtEpochSeconds = epochSecondsOf(readField(session, 'expiresAt'));
  return {
    ...(issuedAtEpochSeconds === undefined ? {} : { issuedAtEpochSeconds }),
    ...(expiresAtEpochSeconds === undefined ? {} : { expiresAtEpochSeconds }),
  };
}

/** Epoch seconds of a date, or of the text that a cache made of it. */
export function epochSecondsOf(instant: unknown): number | undefined {
  const isDate = types.isDate(instant) || typeof instant === 'string';
  const milliseconds = isDate ? new Date(instant).getTime() : NaN;
  return Number.isNaN(milliseconds) ? undefined : milliseconds / MILLISECONDS_PER_SECOND;
}
