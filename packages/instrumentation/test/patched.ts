import { applyPatch } from '../src/patching/library-patch';
import { LIBRARY_PATCHES } from '../src/libraries/library-patches';
import type { LibraryName } from '../src/library-names';

/**
 * What a library exports, patched as it is when an application loads it. Jest has a module system of its own, which
 * the loaders of real applications do not see.
 *
 * @param patch Which patch, where the library has several. Default: the first.
 */
export function patched<Exports>(library: LibraryName, exports: Exports, patch = 0): Exports {
  const patches = LIBRARY_PATCHES.filter((one) => one.library === library);
  const chosen = patches[patch];
  if (chosen === undefined) throw new Error(`there is no patch ${String(patch)} of ${library}`);
  return applyPatch(chosen, exports) as Exports;
}
