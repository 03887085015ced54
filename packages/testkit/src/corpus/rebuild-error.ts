import type { CorpusCause, CorpusEntry } from './corpus-entry';

/** Values that the corpus could only describe. */
const PLACEHOLDER =
  /^\[(?:object [^\]]+|[A-Za-z]\w*(?:: [^]*)?|function[^\]]*|omitted|throws|array \d+|URLSearchParams[^]*)\]$/;

const isPlaceholder = (value: unknown): boolean =>
  typeof value === 'string' && PLACEHOLDER.test(value);

type Shape = Record<string, unknown>;

/** Makes the error of a corpus entry again: same names, codes, properties and causes. */
export function rebuildError(entry: CorpusEntry): unknown {
  if (entry.scenario.startsWith('throw ') || entry.thrownType !== 'object') {
    const primitive = rebuildPrimitive(entry);
    if (primitive !== undefined) return primitive.value;
  }
  const error = createObject(entry.ctor, entry.name, entry.message, entry.instanceofError);
  for (const [key, value] of Object.entries(entry.extra)) {
    if (!isPlaceholder(value)) define(error, key, value, true);
  }
  for (const key of ['status', 'code'] as const) {
    const value = entry[key];
    if (value !== null && !isPlaceholder(value) && !(key in entry.extra)) {
      define(error, key, value, false);
    }
  }
  attachCauses(error, entry.causeChain);
  return error;
}

function rebuildPrimitive(entry: CorpusEntry): { readonly value: unknown } | undefined {
  const values: Readonly<Record<string, unknown>> = {
    string: entry.message ?? '',
    undefined: undefined,
    symbol: Symbol('thrown'),
    bigint: 10n,
    number: Number.NaN,
    boolean: false,
    function: () => undefined,
  };
  return entry.thrownType in values ? { value: values[entry.thrownType] } : undefined;
}

function createObject(
  constructorName: string | null,
  name: string | null,
  message: string | null,
  isError: boolean,
): Shape {
  const known = constructorName ?? 'Object';
  const Made = { [known]: class extends (isError ? Error : Object) {} }[known] as new () => Shape;
  const error = constructorName === 'Array' ? ([] as unknown as Shape) : new Made();
  if (constructorName === null) Object.setPrototypeOf(error, null);
  if (message !== null) define(error, 'message', message, false);
  if (name !== null && error['name'] !== name && !isPlaceholder(name)) {
    define(error, 'name', name, false);
  }
  return error;
}

function attachCauses(error: Shape, causes: readonly CorpusCause[]): void {
  const path: Shape[] = [error];
  for (const cause of causes) {
    const owner = path[cause.depth - 1];
    if (owner === undefined) continue;
    const inner = rebuildCause(cause);
    const member = /^errors\[(\d+)\]$/.exec(cause.via);
    if (member === null) {
      define(owner, cause.via, inner, false);
    } else {
      if (!Array.isArray(owner['errors'])) define(owner, 'errors', [], false);
      (owner['errors'] as unknown[])[Number(member[1])] = inner;
    }
    path.length = cause.depth;
    path.push(inner as Shape);
  }
}

function rebuildCause(cause: CorpusCause): unknown {
  if (cause.nonError !== true) {
    return withCode(
      createObject(cause.ctor ?? 'Error', cause.name ?? null, cause.message ?? null, true),
      cause,
    );
  }
  const value = cause.value;
  if (Array.isArray(value)) return value.map((item: unknown) => dropPlaceholders(item));
  return withCode(
    Object.assign(
      createObject(cause.ctor ?? 'Object', cause.name ?? null, cause.message ?? null, false),
      dropPlaceholders(value),
    ),
    cause,
  );
}

function dropPlaceholders(value: unknown): Shape {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, item]) => !isPlaceholder(item)));
}

function withCode(error: Shape, { code }: CorpusCause): Shape {
  if (code !== null && code !== undefined) define(error, 'code', code, false);
  return error;
}

function define(target: object, key: string, value: unknown, enumerable: boolean): void {
  Object.defineProperty(target, key, { value, enumerable, configurable: true, writable: true });
}
