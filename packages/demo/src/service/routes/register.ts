import type { Request, Response } from 'express';
import type { ServiceParts } from '../service-parts';
import { readTextFields } from './read-text-fields';

const CREATED = 201;

/** `POST /auth/register`: makes an account. */
export function createRegistration({ meter, accounts, passwords }: ServiceParts) {
  return async (request: Request, response: Response): Promise<void> => {
    const { id } = await meter.observe('register', {}, async () => {
      const { email, password } = readTextFields(request, ['email', 'password']);
      const passwordDigest = await passwords.hash(password);
      return accounts.create({ email, passwordDigest, role: 'member' });
    });
    response.status(CREATED).json({ id });
  };
}
