import type { Target } from '../target';
import { BETTER_AUTH, EXPRESS, NEST } from './adapters';
import { ADDRESSES } from './addresses';
import { CATEGORIZE } from './categorize';
import { METRICS_ENDPOINT } from './metrics-endpoint';
import { OPTIONS } from './options';

/** Everything that is attacked. */
export const TARGETS: readonly Target[] = [
  CATEGORIZE,
  ADDRESSES,
  OPTIONS,
  METRICS_ENDPOINT,
  EXPRESS,
  NEST,
  BETTER_AUTH,
];
