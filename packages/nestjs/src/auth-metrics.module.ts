import { ConfigurableModuleBuilder, Inject, Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, HttpAdapterHost, type AbstractHttpAdapter } from '@nestjs/core';
import { AuthHealthIndicator } from './auth-health.indicator';
import { AuthMarksGuard } from './auth-marks.guard';
import { AUTH_METER, AUTH_METRICS_SETTINGS } from './auth-metrics.constants';
import type { AuthMetricsModuleOptions } from './auth-metrics.options';
import { resolveModuleOptions, type AuthMetricsSettings } from './auth-metrics.providers';
import { mountAuthMetrics } from './mount-auth-metrics';

const { ConfigurableModuleClass, MODULE_OPTIONS_TOKEN } =
  new ConfigurableModuleBuilder<AuthMetricsModuleOptions>()
    .setClassMethodName('forRoot')
    .setExtras({}, (definition) => ({ ...definition, global: true }))
    .build();

/** The platforms of Nest that serve HTTP. */
const SERVERS: readonly string[] = ['express', 'fastify'];

/**
 * Observes every request of the app, and provides its meter and health indicator everywhere. What guards say is
 * collected and counted once when the response ends; where none speaks, the status and the credential decide.
 */
@Module({
  providers: [
    {
      provide: AUTH_METRICS_SETTINGS,
      inject: [MODULE_OPTIONS_TOKEN],
      useFactory: resolveModuleOptions,
    },
    {
      provide: AUTH_METER,
      inject: [AUTH_METRICS_SETTINGS],
      useFactory: ({ meter }: AuthMetricsSettings) => meter,
    },
    { provide: APP_GUARD, useClass: AuthMarksGuard },
    AuthHealthIndicator,
  ],
  exports: [AUTH_METER, AuthHealthIndicator],
})
export class AuthMetricsModule extends ConfigurableModuleClass {
  private mountedOn: AbstractHttpAdapter | undefined;

  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(AUTH_METRICS_SETTINGS) private readonly settings: AuthMetricsSettings,
  ) {
    super();
    this.mount();
  }

  /** @throws AuthmeterOptionError for an option that cannot be used. */
  static override forRoot(options: AuthMetricsModuleOptions = {}): DynamicModule {
    resolveModuleOptions(options);
    return super.forRoot(options);
  }

  /** For Nest. A testing module has no server before its app is made. */
  configure(): void {
    this.mount();
  }

  private mount(): void {
    // Without a server, as in an application context, there is nothing to mount on.
    const adapter = this.host.httpAdapter as AbstractHttpAdapter | null | undefined;
    if (!adapter || adapter === this.mountedOn || !SERVERS.includes(adapter.getType())) return;
    this.mountedOn = adapter;
    mountAuthMetrics(adapter, this.settings);
  }
}
