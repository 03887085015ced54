import type { LibraryName } from '../library-names';
import { ITSELF, openModule, type PatchableModule } from './patchable-module';
import { wrapOnce, type LibraryFunction, type Wrap } from './wrap-once';
import { tell } from '../tell';

/** How one library is patched. Everything that is named has to be there, or a diagnostic line says so. */
export interface LibraryPatch {
  readonly library: LibraryName;
  /** Ranges of versions, as the tests run them. */
  readonly supported: readonly string[];
  /** The file inside the library that is patched, where it is not what the library exports. */
  readonly file?: string;
  /** Wrappers of what the module is itself, when it is a function. */
  readonly itself?: Wrap;
  /** Wrappers of exported functions. */
  readonly functions?: Readonly<Record<string, Wrap>>;
  /** Wrappers of methods of exported classes. */
  readonly methods?: Readonly<Record<string, Readonly<Record<string, Wrap>>>>;
  /** Wrappers of a method of every exported class that has or inherits it. */
  readonly everyMethod?: Readonly<Record<string, Wrap>>;
}

/**
 * Puts the wrappers of a patch in their places and returns what to hand to whoever loads the library. What is not
 * there is left out, and told in one line. Never throws.
 */
export function applyPatch(patch: LibraryPatch, exports: unknown, version?: string): unknown {
  try {
    const module = openModule(exports);
    const missing = [
      ...wrapExports(module, patch),
      ...wrapMethods(module, patch),
      ...wrapEveryMethod(module, patch),
    ];
    if (missing.length > 0) report(patch, version, `has no ${missing.join(', ')}`);
    return module.exports;
  } catch {
    report(patch, version, 'cannot be changed');
    return exports;
  }
}

function report({ library }: LibraryPatch, version: string | undefined, what: string): void {
  const name = version === undefined ? library : `${library} ${version}`;
  tell('warn', `${name} is not observed as it should be: it ${what}`);
}

function wrapExports(module: PatchableModule, { itself, functions = {} }: LibraryPatch): string[] {
  const wraps = Object.entries(functions);
  if (itself !== undefined) wraps.push([ITSELF, itself]);
  return wraps.flatMap(([name, wrap]) => {
    const original = module.read(name);
    if (!isFunction(original)) return [name === ITSELF ? 'function to call' : `function ${name}`];
    module.replace(name, wrapOnce(original, wrap));
    return [];
  });
}

function wrapMethods(module: PatchableModule, { methods = {} }: LibraryPatch): string[] {
  return Object.entries(methods).flatMap(([className, wraps]) => {
    const owner = module.read(className);
    const prototype: unknown = isFunction(owner) ? (owner as Partial<Class>).prototype : undefined;
    return Object.entries(wraps).flatMap(([name, wrap]) =>
      wrapMethod(prototype, name, wrap) ? [] : [`method ${className}.${name}`],
    );
  });
}

function wrapEveryMethod(module: PatchableModule, { everyMethod = {} }: LibraryPatch): string[] {
  const exported = Object.values(module.exports as object) as unknown[];
  const owners = [
    ...exported,
    ...exported.flatMap((one) => (isHolder(one) ? Object.values(one) : [])),
  ];
  return Object.entries(everyMethod).flatMap(([name, wrap]) => {
    const wrapped = owners.filter(
      (owner) => isFunction(owner) && wrapMethod((owner as Partial<Class>).prototype, name, wrap),
    );
    return wrapped.length > 0 ? [] : [`class with the method ${name}`];
  });
}

interface Class extends LibraryFunction {
  readonly prototype: object;
}

/** Wraps a method where it is defined; false where there is none. */
function wrapMethod(prototype: unknown, name: string, wrap: Wrap): boolean {
  let owner = prototype;
  while (isHolder(owner) && !Object.hasOwn(owner, name)) {
    owner = Object.getPrototypeOf(owner) as unknown;
  }
  if (!isHolder(owner) || owner === Object.prototype) return false;
  const original = owner[name];
  if (!isFunction(original)) return false;
  const wrapper = wrapOnce(original, wrap);
  return Reflect.defineProperty(owner, name, {
    value: wrapper,
    configurable: true,
    writable: true,
    enumerable: Object.prototype.propertyIsEnumerable.call(owner, name),
  });
}

function isFunction(value: unknown): value is LibraryFunction {
  return typeof value === 'function';
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
