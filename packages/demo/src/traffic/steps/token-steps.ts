import type { AuthErrorType } from '@authmeter/core/conventions';
import { attempted, refreshed, validated } from '../../truth/attempt-effects';
import {
  alarmed,
  authorized,
  endedSession,
  issued,
  revoked,
  rotatedKey,
} from '../../truth/service-effects';
import { shopOf } from '../../service/inside';
import type { Forgery } from '../forgeries';
import type { RequestRecipe, Step, Visit } from '../visit';
import { withAccessToken, withBearer, withCookies, withCookiesOnly } from './credentials';

const PROFILE = { method: 'GET', path: '/api/profile' } as const;
const REFRESH = { method: 'POST', path: '/auth/refresh' } as const;

const ownProfile = (visit: Visit): RequestRecipe => ({ ...PROFILE, ...withAccessToken(visit) });
const ownRefresh = ({ cookies }: Visit): RequestRecipe => ({ ...REFRESH, ...withCookies(cookies) });

const refusedToken = (errorType: AuthErrorType) => [
  attempted('jwt', errorType),
  validated('access', errorType),
];

export const readProfile: Step = {
  request: ownProfile,
  expects: { 200: [attempted('jwt'), validated('access')] },
};

export const readProfileWithoutToken: Step = {
  request: () => PROFILE,
  expects: { 401: [attempted('jwt', 'missing_auth')] },
};

export const readProfileAfterwards: Step = {
  request: ownProfile,
  expects: { 401: refusedToken('token_revoked') },
};

/** Presents a token that is not what it should be. */
export function presentForgery({ forge, errorType }: Forgery): Step {
  return {
    request: ({ inside }) => ({
      ...PROFILE,
      ...withBearer(forge(shopOf(inside).parts.signingKeys.current())),
    }),
    expects: { 401: refusedToken(errorType) },
  };
}

export const refresh: Step = {
  request: ownRefresh,
  expects: {
    200: [
      refreshed(),
      revoked('refresh', 'rotation'),
      issued('access', 'refresh_token'),
      issued('refresh', 'refresh_token'),
    ],
  },
  learn: (visit, { body, cookies }) => {
    visit.accessToken = String(body['accessToken']);
    visit.stolenCookies = visit.cookies;
    visit.cookies = cookies;
  },
};

export const replayRefreshToken: Step = {
  request: ({ stolenCookies }) => ({ ...REFRESH, ...withCookies(stolenCookies) }),
  expects: {
    401: [refreshed('token_reuse'), alarmed('token_reuse', 'critical'), endedSession('reuse')],
  },
  learn: ({ account }) => {
    account.openSessions -= 1;
  },
};

/** The family has ended by now. */
export const replayRefreshTokenAgain: Step = {
  request: replayRefreshToken.request,
  expects: { 401: [refreshed('token_reuse'), alarmed('token_reuse', 'critical')] },
};

export const refreshAfterwards: Step = {
  request: ownRefresh,
  expects: { 401: [refreshed('token_revoked')] },
};

export const refreshFromForeignPage: Step = {
  request: ({ cookies }) => ({ ...REFRESH, ...withCookiesOnly(cookies) }),
  expects: { 403: [refreshed('csrf_failed'), alarmed('csrf_failure', 'warn')] },
};

export const refreshWithoutCookie: Step = {
  request: () => REFRESH,
  expects: { 401: [refreshed('missing_auth')] },
};

const rotation = (visit: Visit): RequestRecipe => ({
  method: 'POST',
  path: '/api/keys/rotate',
  ...withAccessToken(visit),
});

export const rotateKeys: Step = {
  request: rotation,
  expects: { 204: [attempted('jwt'), validated('access'), authorized('success'), rotatedKey] },
};

export const rotateKeysAsMember: Step = {
  request: rotation,
  expects: {
    403: [attempted('jwt', 'insufficient_permissions'), validated('access'), authorized('failure')],
  },
};
