import { ServiceError } from '../service-error';
import type { ServiceParts } from '../service-parts';
import { grantTokens, type Grant } from './grant-tokens';
import { readTextFields } from './read-text-fields';

const PROVIDER = 'company';

/**
 * A code of the company's identity provider for an access token and a session.
 *
 * @throws ServiceError whose code says why not
 */
export async function logInByCode(parts: ServiceParts, body: unknown): Promise<Grant> {
  const { meter, accounts, sessions, signOn } = parts;
  const { code } = readTextFields(body, ['code']);
  const step = { kind: 'oauth_step', step: 'code_exchange', provider: PROVIDER } as const;
  let email: string;
  try {
    email = await signOn.redeem(code);
  } catch (error) {
    meter.record({ ...step, outcome: 'failure', error });
    throw error;
  }
  meter.record({ ...step, outcome: 'success' });
  const account = accounts.findByEmail(email);
  if (account === undefined) throw new ServiceError('USER_NOT_FOUND');
  const sessionId = sessions.start(account.id);
  return grantTokens(parts, account, { sessionId, grantType: 'authorization_code' });
}
