import type { ServiceParts } from '../service-parts';
import { readTextFields } from './read-text-fields';

/**
 * Makes an account.
 *
 * @throws ServiceError whose code says why not
 */
export function register(
  { meter, accounts, passwords }: ServiceParts,
  body: unknown,
): Promise<{ readonly id: string }> {
  return meter.observe('register', {}, async () => {
    const { email, password } = readTextFields(body, ['email', 'password']);
    const passwordDigest = await passwords.hash(password);
    const { id } = accounts.create({ email, passwordDigest, role: 'member' });
    return { id };
  });
}
