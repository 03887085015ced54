import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  getDefaultAuthMeter,
  meterInProgress,
  type AuthMeter,
  type HttpAuthSettings,
} from '@authmeter/core';
import type { LibraryName } from './library-names';

/** What an instrumentation was configured to do. */
export interface RuntimeOptions {
  /** The meter outside observed requests; undefined for the default meter. */
  readonly meter: AuthMeter | undefined;
  readonly http: HttpAuthSettings<IncomingMessage, ServerResponse>;
  /** Whether any route was declared to be an operation. */
  readonly hasOperations: boolean;
  readonly libraries: ReadonlySet<LibraryName>;
  /** Names of limiters that the meter knows. */
  readonly limiters: ReadonlySet<string>;
}

/** What patches work with while their instrumentation is enabled. */
export class Runtime {
  constructor(private readonly options: RuntimeOptions) {}

  get http(): HttpAuthSettings<IncomingMessage, ServerResponse> {
    return this.options.http;
  }

  get hasOperations(): boolean {
    return this.options.hasOperations;
  }

  /** The meter of what is not part of a request that another meter observes. */
  get ownMeter(): AuthMeter {
    return this.options.meter ?? getDefaultAuthMeter();
  }

  /** The meter of the request in progress, so that all of one request is counted in one place. */
  get meter(): AuthMeter {
    return meterInProgress() ?? this.ownMeter;
  }

  observes(library: LibraryName): boolean {
    return this.options.libraries.has(library);
  }

  /** The first name that is declared; a limiter without one is called after its library. */
  nameLimiter(library: LibraryName, ...names: readonly unknown[]): string {
    const declared = names.find((name) => this.options.limiters.has(name as string));
    return typeof declared === 'string' ? declared : library;
  }
}

/** Where the patch of one library finds what it works with, at every call of the library. */
export interface LibrarySwitch {
  /** Undefined while the library is switched off, and then its patch does nothing. */
  readonly runtime: Runtime | undefined;
}

let active: Runtime | undefined;
const switches = new Map<LibraryName, { runtime: Runtime | undefined }>();

/** Makes all patches work with this, or with nothing. */
export function activate(runtime: Runtime | undefined): void {
  active = runtime;
  for (const [library, one] of switches) one.runtime = runtimeFor(library);
}

/** What is active; undefined while no instrumentation is enabled. */
export function activeRuntime(): Runtime | undefined {
  return active;
}

/** The switch of a library: for a patch that runs so often that it looks nothing up. */
export function switchOf(library: LibraryName): LibrarySwitch {
  const known = switches.get(library);
  if (known !== undefined) return known;
  const made = { runtime: runtimeFor(library) };
  switches.set(library, made);
  return made;
}

/** What a library's patch works with; undefined while it is switched off, and then it does nothing. */
export function runtimeFor(library: LibraryName): Runtime | undefined {
  return active?.observes(library) === true ? active : undefined;
}
