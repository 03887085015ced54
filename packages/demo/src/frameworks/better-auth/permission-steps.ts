import { randomUUID } from 'node:crypto';
import { attempted, validated } from '../../truth/attempt-effects';
import type { Step } from '../../traffic/visit';
import { askedFor, decided, keyIssued, PASSED } from './effects';
import { get, post } from './requests';

export const listUsers: Step = {
  request: (visit) => get(visit, '/admin/list-users'),
  expects: { 200: [...askedFor(), decided('success', 'admin')] },
};

export const listUsersAsMember: Step = {
  request: (visit) => get(visit, '/admin/list-users'),
  expects: {
    403: [...askedFor('insufficient_permissions'), decided('failure', 'admin')],
  },
};

export const createOrganisation: Step = {
  request: (visit) => {
    // Its name is taken once, and the same member may come twice.
    const slug = randomUUID();
    return post(visit, '/organization/create', { name: slug, slug });
  },
  expects: { 200: [...askedFor(), decided('success', 'organization')] },
};

export const updateForeignOrganisation: Step = {
  request: (visit) =>
    post(visit, '/organization/update', { organizationId: 'of-others', data: { name: 'mine' } }),
  expects: {
    400: [...askedFor('insufficient_permissions'), decided('failure', 'organization')],
  },
};

export const createKey: Step = {
  request: (visit) => post(visit, '/api-key/create', { name: 'a key' }),
  expects: { 200: [...askedFor(), keyIssued] },
  learn: (visit, { body }) => {
    visit.apiKey = { id: String(body['id']), secret: String(body['key']) };
  },
};

const listByKey = (change: (secret: string) => string): Step['request'] => {
  return ({ apiKey }) => ({
    method: 'GET',
    path: '/api/auth/list-sessions',
    headers: { 'X-API-Key': change(apiKey?.secret ?? '') },
  });
};

export const listSessionsByKey: Step = {
  request: listByKey((secret) => secret),
  expects: { 200: [PASSED, attempted('api_key'), validated('api_key')] },
};

export const listSessionsByGuessedKey: Step = {
  request: listByKey((secret) => 'x'.repeat(secret.length)),
  expects: {
    401: [
      PASSED,
      attempted('api_key', 'invalid_credentials'),
      validated('api_key', 'invalid_credentials'),
    ],
  },
};
