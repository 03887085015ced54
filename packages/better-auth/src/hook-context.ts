/** The parts of a hook's context that are read; Better Auth's own has them and more. */
export interface HookContext {
  /** The endpoint's template; absent for one that is called in process only. */
  readonly path?: string | undefined;
  /** The endpoint's name in `auth.api`. */
  readonly operationId?: unknown;
  /** Absent when `auth.api` was called without it. */
  readonly request?: Request | undefined;
  readonly headers?: Headers | undefined;
  readonly body?: unknown;
  readonly params?: unknown;
  /** One object for each call. */
  readonly context: {
    readonly returned?: unknown;
    readonly newSession?: unknown;
    readonly session?: unknown;
    readonly secret?: unknown;
    /** What sessions are looked up in. */
    internalAdapter?: unknown;
  };
}

/** Reads a property of whatever a host or a plugin put there. */
export function readField(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/** What the exchange of a call is found by. A plugin may put another context in the place of the first. */
export function keyOf(call: unknown): object | undefined {
  const key =
    readField(call, 'request') ?? readField(call, 'headers') ?? readField(call, 'context');
  return typeof key === 'object' && key !== null ? key : undefined;
}
