import { ServiceError } from '../service-error';

/**
 * Text fields of a JSON body.
 *
 * @throws ServiceError `MALFORMED_REQUEST` when one is missing, empty or no text
 */
export function readTextFields<Name extends string>(
  body: unknown,
  names: readonly Name[],
): Readonly<Record<Name, string>> {
  const given = (body ?? {}) as Readonly<Record<string, unknown>>;
  const fields = names.map((name) => {
    const value = given[name];
    if (typeof value !== 'string' || value === '') throw new ServiceError('MALFORMED_REQUEST');
    return [name, value];
  });
  return Object.fromEntries(fields) as Record<Name, string>;
}
