import { CREDENTIAL_TYPE, DEPENDENCY } from '../attributes/service-attributes';
import { CREDENTIAL_AGE } from '../metrics/credential-metrics';
import { DEPENDENCY_UP } from '../metrics/dependency-metrics';
import { defineAlert } from './alert-definition';
import { secondsParameter } from './alert-parameter';

const DAY_SECONDS = 86_400;

/** Alerts on what the service itself stands on: its dependencies and its own credentials. */
export const SERVICE_ALERTS = [
  defineAlert({
    name: 'AuthDependencyDown',
    meaning: 'Something that authentication depends on does not answer.',
    severity: 'critical',
    conditions: [{ shape: 'down', of: { metric: DEPENDENCY_UP } }],
    keeps: [DEPENDENCY],
    forSeconds: 60,
    seeds: ['002', '003', '004'],
  }),
  defineAlert({
    name: 'CredentialRotationOverdue',
    meaning: "One of the service's own credentials is due for rotation.",
    severity: 'warning',
    conditions: [
      {
        shape: 'highest',
        of: { metric: CREDENTIAL_AGE, where: { state: ['current'] } },
        threshold: secondsParameter(
          'credentialRotationOverdue',
          90 * DAY_SECONDS,
          3650 * DAY_SECONDS,
        ),
      },
    ],
    keeps: [CREDENTIAL_TYPE],
    forSeconds: 3600,
    seeds: ['001'],
  }),
] as const;
