// Stands for a service's own accounts.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const hash = promisify(scrypt);
const HASH_BYTES = 32;

async function createAccount(id, name, password, roles = []) {
  const salt = randomBytes(16);
  return { id, name, roles, salt, hash: await hash(password, salt, HASH_BYTES) };
}

const ACCOUNTS = await Promise.all([
  createAccount('u-1', 'ada', 'correct horse', ['admin']),
  createAccount('u-2', 'bob', 'battery staple'),
]);
/** Compared where there is no such account, so that the answer takes as long. */
const NOBODY = await createAccount('', '', randomBytes(16).toString('hex'));

export function findByName(wanted) {
  return ACCOUNTS.find(({ name }) => name === wanted);
}

export async function isPasswordOf(account, password) {
  const { salt, hash: stored } = account ?? NOBODY;
  const given = await hash(String(password), salt, HASH_BYTES);
  return timingSafeEqual(given, stored) && account !== undefined;
}
