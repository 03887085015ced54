import { join } from 'node:path';
import type * as core from '../src';

/**
 * Loads a copy of core of its own, and tells whether it has loaded a module.
 *
 * @param watched A module of Node, or a path from the folder of core's sources.
 */
export function loadCore(watched: string): { copy: typeof core; hasLoaded: () => boolean } {
  const module = watched.startsWith('node:') ? watched : join(__dirname, '../src', watched);
  let hasLoaded = false;
  jest.resetModules();
  jest.doMock(module, () => {
    hasLoaded = true;
    return jest.requireActual<object>(module);
  });
  const copy = jest.requireActual<typeof core>('../src');
  return { copy, hasLoaded: () => hasLoaded };
}
