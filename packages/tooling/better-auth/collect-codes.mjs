import { NO_PLUGINS, PLUGINS, SEPARATE_PLUGINS } from './plugins.mjs';

/**
 * The error codes of one part of Better Auth, without those that a part before it has too.
 * @typedef {object} CodesOfPart
 * @property {string} part `base`, or the export that makes the plugin
 * @property {string[]} codes sorted
 */

/**
 * Every error code that the installed Better Auth exports, by the part it belongs to; parts without any are left out.
 * @returns {Promise<CodesOfPart[]>}
 */
export async function collectCodes() {
  const { BASE_ERROR_CODES } = await import('better-auth');
  const made = { base: BASE_ERROR_CODES, ...(await collectPlugins()) };
  const seen = new Set();
  return Object.entries(made).flatMap(([part, table]) => {
    const codes = Object.keys(table).filter((code) => !seen.has(code));
    for (const code of codes) seen.add(code);
    return codes.length === 0 ? [] : [{ part, codes: codes.sort() }];
  });
}

/**
 * Functions that `better-auth/plugins` exports and that nobody has looked at: each may be a plugin with codes.
 * @param {Record<string, unknown>} exported
 * @returns {string[]}
 */
export function findUnknownPlugins(exported) {
  return Object.entries(exported)
    .filter(([name, value]) => typeof value === 'function' && !(name in PLUGINS))
    .map(([name]) => name)
    .filter((name) => !NO_PLUGINS.has(name));
}

/** @returns {Promise<Record<string, object>>} tables of codes by the export that makes the plugin */
async function collectPlugins() {
  /** @type {Record<string, any>} */
  const exported = await import('better-auth/plugins');
  const own = Object.entries(PLUGINS).map(([name, make]) => [name, make(exported[name])]);
  const separate = Object.entries(SEPARATE_PLUGINS).map(async ([specifier, name]) => {
    const { [name]: make } = await import(specifier);
    return [name, make()];
  });
  const made = [...own, ...(await Promise.all(separate))];
  return Object.fromEntries(made.map(([name, plugin]) => [name, plugin.$ERROR_CODES ?? {}]));
}
