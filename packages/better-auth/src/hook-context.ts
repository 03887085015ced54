/** Who is logged in, as Better Auth hands it to hooks. Dates are strings where a cache was read. */
export interface LoggedIn {
  readonly user?: { readonly id?: unknown } | undefined;
  readonly session?: SessionRow | undefined;
}

/** The parts of a stored session that are read. */
export interface SessionRow {
  readonly id?: unknown;
  readonly userId?: unknown;
  readonly createdAt?: unknown;
  readonly expiresAt?: unknown;
}

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
  };
}

/** Reads a property of whatever a host or a plugin put there. */
export function readField(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
