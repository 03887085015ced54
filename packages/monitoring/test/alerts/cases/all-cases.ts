import type { AlertCase } from '../alert-case';
import { ATTACK_CASES } from './attacks';
import { FAILURE_CASES } from './failures';
import { LATENCY_CASES } from './latency';
import { LOGIN_CASES } from './logins';
import { RATE_LIMIT_CASES } from './rate-limits';
import { SERVICE_CASES } from './service';
import { TOKEN_CASES } from './tokens';

/** Every alert that looks at what is recorded; AuthMetricsAbsent, which looks at what is not, has tests of its own. */
export const ALERT_CASES: readonly AlertCase[] = [
  ...FAILURE_CASES,
  ...LOGIN_CASES,
  ...TOKEN_CASES,
  ...ATTACK_CASES,
  ...RATE_LIMIT_CASES,
  ...LATENCY_CASES,
  ...SERVICE_CASES,
];
