/** A function of a library, of which no more is known. */
export type LibraryFunction = (this: unknown, ...parameters: unknown[]) => unknown;

/** Makes what stands in the place of a library's function; it returns and throws what the function does. */
export type Wrap = (original: LibraryFunction) => LibraryFunction;

/** Known to every copy of this package: a function that one has wrapped is left alone by the others. */
const WRAPPED = Symbol.for('authmeter.wrapped');
const wrappers = new WeakMap<LibraryFunction, LibraryFunction>();
/** What a sloppy function has of its own and nobody may copy. */
const UNCOPIED: ReadonlySet<string | symbol> = new Set(['prototype', 'arguments', 'caller']);

/**
 * Wraps a function once, however many module systems and instrumentations come by. The wrapper has the name, the
 * arity and the properties of the function.
 */
export function wrapOnce(original: LibraryFunction, wrap: Wrap): LibraryFunction {
  if (WRAPPED in original) return original;
  const known = wrappers.get(original);
  if (known !== undefined) return known;
  const wrapper = dressAs(original, wrap(original));
  Object.defineProperty(wrapper, WRAPPED, { value: true });
  wrappers.set(original, wrapper);
  return wrapper;
}

/** Gives a function the name, the arity and the properties of another; where that holds itself, it holds the new one. */
export function dressAs<Dressed extends LibraryFunction>(
  original: LibraryFunction,
  dressed: Dressed,
): Dressed {
  for (const key of Reflect.ownKeys(original)) {
    const descriptor = Object.getOwnPropertyDescriptor(original, key);
    if (descriptor === undefined || UNCOPIED.has(key)) continue;
    if (descriptor.value === original) descriptor.value = dressed;
    Object.defineProperty(dressed, key, descriptor);
  }
  return dressed;
}
