import type { ObserveLayerOptions } from '@authmeter/core';
import type { NestRequest } from './nest-messages';

/** How one guard is observed; all options have defaults. The meter is that of the module, or the default meter. */
export type ObserveGuardOptions = ObserveLayerOptions<NestRequest>;

/** What a guard decides, without observables. */
export type SettledDecision = boolean | Promise<boolean>;
