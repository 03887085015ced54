import { Inject, Injectable } from '@nestjs/common';
import type { AuthHealthReport } from '@authmeter/core';
import { AUTH_METRICS_SETTINGS } from './auth-metrics.constants';
import type { AuthMetricsSettings } from './auth-metrics.providers';

/** What terminus takes for the result of an indicator. */
export type AuthHealthResult<Key extends string = string> = Record<Key, AuthHealthReport>;

/** Answers `@nestjs/terminus` whether authentication can work, by the option `health` of the module. */
@Injectable()
export class AuthHealthIndicator {
  constructor(@Inject(AUTH_METRICS_SETTINGS) private readonly settings: AuthMetricsSettings) {}

  /**
   * Runs the checks; each run feeds `auth.dependency.up`. It resolves also when something is down.
   *
   * @param key The name of the result. Default `authentication`.
   */
  async isHealthy<Key extends string = 'authentication'>(
    key: Key = 'authentication' as Key,
  ): Promise<AuthHealthResult<Key>> {
    const { report } = await this.settings.checkHealth();
    return { [key]: report } as AuthHealthResult<Key>;
  }
}
