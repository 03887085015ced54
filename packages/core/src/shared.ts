/** Carries a version: a copy whose state looked different would take another. */
const KEY = Symbol.for('authmeter.shared.v1');

/**
 * State that is shared by every copy of this package in the process, or two copies would count one event twice.
 *
 * @param name Says which state.
 * @param create Makes it for the first copy that asks.
 */
export function shared<State>(name: string, create: () => State): State {
  const holder = globalThis as { [KEY]?: Map<string, unknown> };
  holder[KEY] ??= new Map();
  if (!holder[KEY].has(name)) holder[KEY].set(name, create());
  return holder[KEY].get(name) as State;
}
