import type { DashboardName } from '../../src';
import { panel } from './read-dashboards';

/** Every panel and query that the requirement documents list, by number, and where it is. */
const WANTED: readonly (readonly [seed: string, wanted: string, DashboardName, title: string])[] = [
  ['000', 'auth failure rate', 'authentication', 'Failure ratio of requests'],
  ['000', 'failure reasons breakdown', 'authentication', 'Failures by reason'],
  ['000', 'expired token issues', 'authentication', 'Expired tokens'],
  ['000', 'average token age at use', 'credentials', 'Mean age at use'],
  ['000', 'rate limit triggers by IP', 'security', 'Top limited sources'],
  ['001', 'SLA monitoring', 'slo', 'Availability, 30d'],
  ['001', 'operation-specific timing', 'performance', 'p95 by operation'],
  ['001', 'token verification', 'performance', 'Validations a second'],
  ['001', 'rate limit violations by type', 'security', 'Limited requests by limiter'],
  ['001', 'current usage levels', 'security', 'Usage of limits'],
  ['001', 'credential rotation', 'credentials', 'Rotations by outcome'],
  ['001', 'credential lifecycle', 'credentials', 'Age by type and state'],
  ['001', 'pattern analysis', 'security', 'Effective sources and accounts'],
  ['002', 'authentication failure rate', 'authentication', 'Failures a second'],
  ['002', 'failures by reason', 'authentication', 'Failures by reason'],
  ['002', 'top failing users', 'security', 'Top failing accounts'],
  ['002', 'top failing IPs', 'security', 'Top failing sources'],
  ['002', 'auth success rate', 'authentication', 'Login success'],
  ['002', 'insufficient permissions', 'security', 'Insufficient permissions'],
  ['003', 'login success and failure rates', 'authentication', 'Logins by outcome'],
  ['003', 'registration success and failure rates', 'authentication', 'Registrations by outcome'],
  ['003', 'token validation rates', 'authentication', 'Token validations by outcome'],
  ['003', 'response time percentiles', 'authentication', 'Latency of logins'],
  ['003', 'active sessions and users', 'authentication', 'Active'],
  ['003', 'failed attempts by IP', 'security', 'Failures by source'],
  ['003', 'rate limiting events', 'security', 'Decisions by result'],
  ['003', 'invalid token attempts', 'security', 'Invalid tokens by error type'],
  ['003', 'user lockout events', 'security', 'Lockouts'],
  ['003', 'geographic distribution', 'security', 'Attempts by country'],
  ['003', 'endpoint response times', 'performance', 'Percentiles of $operation'],
  ['003', 'token validation performance', 'performance', 'Mean time of a validation'],
  ['003', 'database query performance', 'performance', 'Check duration'],
  ['003', 'system resource utilization', 'performance', 'Processor'],
  ['004', 'authentication overview', 'authentication', 'Requests'],
  ['004', 'login success rate', 'authentication', 'Login success'],
  ['004', 'active sessions', 'authentication', 'Active'],
  ['004', 'authentication events timeline', 'authentication', 'Authentication events'],
  ['004', 'authentication latency', 'authentication', 'Latency by operation'],
  ['004', 'security events', 'security', 'Security events'],
  ['004', 'OAuth events', 'authentication', 'OAuth flow'],
  ['004', 'guest user activity', 'authentication', 'Guest activity'],
  ['004', 'password reset activity', 'authentication', 'Password resets'],
  ['004', 'authentication method distribution', 'authentication', 'Distribution of methods'],
  ['004', 'error rate heatmap', 'authentication', 'Errors by type over time'],
];

describe('the dashboards', () => {
  it.each(WANTED)('have what seed %s asks for: %s', (_seed, _wanted, name, title) => {
    expect(panel(name, title).targets).not.toHaveLength(0);
  });
});
