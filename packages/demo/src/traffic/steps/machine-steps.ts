import type { AuthErrorType, AuthMethod } from '@authmeter/core/conventions';
import { shopOf } from '../../service/inside';
import { PARTNER_TOKEN_PREFIX } from '../../service/partner-provider';
import { attempted, validated } from '../../truth/attempt-effects';
import { allowed, issued, limited, revoked } from '../../truth/service-effects';
import type { RequestRecipe, Step, Visit } from '../visit';
import { withAccessToken, withBearer } from './credentials';

const report = (secret: string): RequestRecipe => ({
  method: 'GET',
  path: '/api/reports',
  headers: { 'X-API-Key': secret },
});
const ownReport = ({ apiKey }: Visit): RequestRecipe => report(apiKey?.secret ?? '');

export const createKey: Step = {
  request: (visit) => ({ method: 'POST', path: '/api/keys', ...withAccessToken(visit) }),
  expects: { 201: [attempted('jwt'), validated('access'), issued('api_key', '_OTHER')] },
  learn: (visit, { body }) => {
    visit.apiKey = { id: String(body['id']), secret: String(body['secret']) };
  },
};

export const revokeKey: Step = {
  request: (visit) => ({
    method: 'DELETE',
    path: `/api/keys/${visit.apiKey?.id ?? ''}`,
    ...withAccessToken(visit),
  }),
  expects: { 204: [attempted('jwt'), validated('access'), revoked('api_key', 'user')] },
};

export const readReport: Step = {
  request: ownReport,
  expects: { 200: [attempted('api_key'), validated('api_key'), allowed('api')] },
};

export const readReportTooOften: Step = {
  request: ownReport,
  expects: { 429: [attempted('api_key', 'rate_limited'), validated('api_key'), limited('api')] },
};

const refusedKey = (errorType: AuthErrorType) => [
  attempted('api_key', errorType),
  validated('api_key', errorType),
];

export const readReportWithWrongKey: Step = {
  request: () => report('demo_guessed'),
  expects: { 401: refusedKey('invalid_credentials') },
};

export const readReportWithRevokedKey: Step = {
  request: ownReport,
  expects: { 401: refusedKey('token_revoked') },
};

const order = (token: string): RequestRecipe => ({
  method: 'GET',
  path: '/api/orders',
  ...withBearer(token),
});
const judged = (method: AuthMethod, errorType?: AuthErrorType) => [
  attempted(method, errorType),
  validated('access', errorType),
];
const DURING_OUTAGE = { 503: judged('oauth', 'dependency_error') };

/** The outage that another visitor sees may hit this one too. */
export const readOrders: Step = {
  request: () => order(`${PARTNER_TOKEN_PREFIX}bakery`),
  expects: { 200: judged('oauth'), ...DURING_OUTAGE },
};

export const readOrdersWithWrongToken: Step = {
  request: () => order('somebody_else'),
  expects: { 401: judged('oauth', 'invalid_credentials'), ...DURING_OUTAGE },
};

export const readOrdersDuringOutage: Step = {
  request: ({ inside }) => {
    shopOf(inside).partnerProvider.setDown(true);
    return order(`${PARTNER_TOKEN_PREFIX}bakery`);
  },
  expects: DURING_OUTAGE,
  learn: ({ inside }) => {
    shopOf(inside).partnerProvider.setDown(false);
  },
};

const stock = (password: string): RequestRecipe => ({
  method: 'GET',
  path: '/legacy/stock',
  headers: { Authorization: `Basic ${Buffer.from(`warehouse:${password}`).toString('base64')}` },
});

export const readStock: Step = {
  request: () => stock('correct'),
  expects: { 200: [attempted('basic')] },
};

export const readStockWithWrongPassword: Step = {
  request: () => stock('wrong'),
  expects: { 401: [attempted('basic', 'unknown')] },
};

export const tryBetaSearch: Step = {
  request: () => ({ method: 'GET', path: '/beta/search', ...withBearer('e30.e30.e30') }),
  expects: { 401: judged('jwt', 'configuration_error') },
};
