import { withCookiesOnly } from '../../traffic/steps/credentials';
import type { Step } from '../../traffic/visit';
import { askedFor, PASSED } from './effects';
import { get } from './requests';

export const listSessions: Step = {
  request: (visit) => get(visit, '/list-sessions'),
  expects: { 200: askedFor() },
};

export const pollSession: Step = {
  request: (visit) => get(visit, '/get-session'),
  expects: { 200: [PASSED] },
};

export const listWithoutSession: Step = {
  request: (visit) => get(visit, '/list-sessions'),
  expects: { 401: askedFor('missing_auth') },
};

/** The session of before the sign-out. */
export const listAfterwards: Step = {
  request: (visit) => ({
    ...get(visit, '/list-sessions'),
    ...withCookiesOnly(visit.stolenCookies),
  }),
  expects: { 401: askedFor('token_revoked') },
};

const forgery = `${'a'.repeat(32)}.${'b'.repeat(43)}=`;
export const listWithForgery: Step = {
  request: (visit) => ({
    ...get(visit, '/list-sessions'),
    ...withCookiesOnly(new Map([['better-auth.session_token', encodeURIComponent(forgery)]])),
  }),
  expects: { 401: askedFor('invalid_signature') },
};
