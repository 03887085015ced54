import {
  InstrumentationNodeModuleDefinition,
  InstrumentationNodeModuleFile,
} from '@opentelemetry/instrumentation';
import { applyPatch, type LibraryPatch } from './library-patch';
import { tell } from '../tell';

const ANY_VERSION = ['*'];

/**
 * What the OpenTelemetry machinery has to watch for: one definition for each patch, and one for each library that says
 * when a version is loaded which no patch supports.
 */
export function moduleDefinitions(
  patches: readonly LibraryPatch[],
): InstrumentationNodeModuleDefinition[] {
  const libraries = new Set(patches.map(({ library }) => library));
  const handled = new WeakSet();
  const take = (patch: LibraryPatch, exports: unknown, version: string | undefined): unknown => {
    const patched = applyPatch(patch, exports, version);
    for (const one of [exports, patched]) if (isObject(one)) handled.add(one);
    return patched;
  };
  return [
    ...patches.map((patch) => definitionOf(patch, take)),
    ...[...libraries].map(
      (library) =>
        new InstrumentationNodeModuleDefinition(library, ANY_VERSION, (exports, version) => {
          const isSupported = isObject(exports) && handled.has(exports);
          const isElsewhere = patches.some((patch) => patch.library === library && patch.file);
          if (!isSupported && !isElsewhere) {
            tell('warn', `${library} ${version ?? ''} is not a supported version`);
          }
          return exports as unknown;
        }),
    ),
  ];
}

type Take = (patch: LibraryPatch, exports: unknown, version: string | undefined) => unknown;

function definitionOf(patch: LibraryPatch, take: Take): InstrumentationNodeModuleDefinition {
  const { library, supported, file } = patch;
  const ranges = [...supported];
  const apply = (exports: unknown, version?: string): unknown => take(patch, exports, version);
  if (file === undefined) return new InstrumentationNodeModuleDefinition(library, ranges, apply);
  const inside = new InstrumentationNodeModuleFile(`${library}/${file}`, ranges, apply, ignore);
  return new InstrumentationNodeModuleDefinition(library, ranges, undefined, undefined, [inside]);
}

/** Patches stay in place and do nothing while the instrumentation is disabled. */
function ignore(): void {
  return undefined;
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
