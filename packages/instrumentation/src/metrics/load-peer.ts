import { createRequire } from 'node:module';
import { tell } from '../tell';
import { warnHost } from './warn-host';

const load = createRequire(__filename);

/**
 * Loads the first of several optional peers that is installed.
 *
 * @param whatFor What needs it, for the message that names what to install when there is none.
 */
export function loadPeer<Exports>(
  whatFor: string,
  ...names: readonly string[]
): Exports | undefined {
  for (const name of names) {
    try {
      return load(name) as Exports;
    } catch (error) {
      if (!isMissing(error, name)) tell('error', `${name} cannot be loaded`);
    }
  }
  const wanted = names.join(' or ');
  warnHost(`${whatFor} needs ${wanted}: npm install ${String(names[0])}`);
  return undefined;
}

function isMissing(error: unknown, name: string): boolean {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return code === 'MODULE_NOT_FOUND' && String(message).includes(name);
}
