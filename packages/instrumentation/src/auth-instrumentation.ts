import {
  createAuthMeter,
  resolveHttpOptions,
  setDefaultAuthMeter,
  type AuthMeter,
  type AuthMeterOptions,
} from '@authmeter/core';
import { metrics, type MeterProvider } from '@opentelemetry/api';
import {
  InstrumentationBase,
  type InstrumentationNodeModuleDefinition,
} from '@opentelemetry/instrumentation';
import { checkConfig, type AuthInstrumentationConfig } from './config';
import { LIBRARIES } from './library-names';
import { LIBRARY_PATCHES } from './libraries/library-patches';
import { moduleDefinitions } from './patching/module-definitions';
import { activate, activeRuntime, Runtime } from './runtime';
import { observeServers } from './servers/observe-servers';
import { createSpanObserver } from './spans/span-observer';
import { VERSION } from './version';

const OWNER = 'AuthInstrumentation';
/** Limiters that nobody named are called after their libraries. */
const LIMITER_LIBRARIES = LIBRARIES.filter((library) => library.includes('limit'));

/**
 * Makes an existing service report its authentications: patches the auth libraries that it loads, and settles what
 * they say in one request once, when the response ends. Nothing that happens in here reaches the host.
 *
 * One instrumentation works at a time: while one is enabled, another that is enabled does nothing.
 */
export class AuthInstrumentation extends InstrumentationBase<AuthInstrumentationConfig> {
  // No initial value: the base class enables from its constructor, before this class would set it.
  declare private runtime: Runtime | undefined;
  declare private ownMeter: AuthMeter | undefined;

  /** @throws AuthmeterOptionError for an option that cannot be used. */
  constructor(config: AuthInstrumentationConfig = {}) {
    super('@authmeter/instrumentation', VERSION, checkConfig(config));
  }

  /** Takes new options; those of libraries hold for what is loaded from now on. */
  override setConfig(config: AuthInstrumentationConfig = {}): void {
    super.setConfig(checkConfig(config));
  }

  /** For OpenTelemetry. A provider that is not the global one is recorded through all the same. */
  override setMeterProvider(provider: MeterProvider): void {
    super.setMeterProvider(provider);
    if (provider === metrics.getMeterProvider() || this.getConfig().meter !== undefined) return;
    this.ownMeter = this.createMeter({ meterProvider: provider });
    this.restart();
  }

  override enable(): void {
    super.enable();
    if (activeRuntime() !== undefined) return;
    this.runtime ??= this.createRuntime();
    activate(this.runtime);
    observeServers();
  }

  override disable(): void {
    super.disable();
    if (activeRuntime() === this.runtime) activate(undefined);
  }

  protected override init(): InstrumentationNodeModuleDefinition[] {
    return moduleDefinitions(LIBRARY_PATCHES);
  }

  private restart(): void {
    const wasActive = this.runtime !== undefined && activeRuntime() === this.runtime;
    this.runtime = this.createRuntime();
    if (wasActive) activate(this.runtime);
  }

  private createRuntime(): Runtime {
    const { meter, meterOptions, http, libraries = {} } = this.getConfig();
    if (meter === undefined) this.ownMeter ??= this.createMeter({});
    return new Runtime({
      meter: meter ?? undefined,
      http: { ...resolveHttpOptions(OWNER, http), isProtected: false },
      hasOperations: http?.operations !== undefined,
      libraries: new Set(LIBRARIES.filter((library) => libraries[library] !== false)),
      limiters: new Set(meterOptions?.limiters ?? []),
    });
  }

  /** The meter becomes the default one, so that adapters that were given none share it. */
  private createMeter(more: AuthMeterOptions): AuthMeter {
    const { meterOptions = {}, spans = true } = this.getConfig();
    const { observers, limiters } = meterOptions;
    const meter = createAuthMeter({
      ...meterOptions,
      limiters: extend(limiters, LIMITER_LIBRARIES),
      observers: extend(observers, spans ? [createSpanObserver()] : []),
      ...more,
    });
    setDefaultAuthMeter(meter);
    return meter;
  }
}

/** A list with more at its end; what is no list is left for the meter to refuse. */
function extend<Item>(given: readonly Item[] | undefined, more: readonly Item[]): readonly Item[] {
  const list: unknown = given ?? [];
  return Array.isArray(list) ? [...(list as readonly Item[]), ...more] : (list as readonly Item[]);
}
