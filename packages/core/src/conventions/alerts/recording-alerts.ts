import { ATTEMPTS } from '../metrics/attempt-metrics';
import { FOLDED } from '../metrics/instrumentation-metrics';
import { RATE_LIMIT_HITS } from '../metrics/rate-limit-metrics';
import { ACCOUNT_FAILURES, SOURCE_FAILURES } from '../metrics/security-metrics';
import { defineAlert } from './alert-definition';
import { MINIMUM_TRAFFIC, rateParameter, shareParameter } from './alert-parameter';

/** Alerts on the instrumentation itself: when they fire, the others may be blind. */
export const RECORDING_ALERTS = [
  defineAlert({
    name: 'AuthMetricsAbsent',
    meaning: 'A service that is up has stopped reporting authentication attempts.',
    severity: 'warning',
    conditions: [{ shape: 'absent', of: { metric: ATTEMPTS }, lookBackSeconds: 21_600 }],
    keeps: [],
    forSeconds: 300,
    seeds: ['004'],
  }),
  defineAlert({
    name: 'AuthCardinalityFolding',
    meaning: 'Many failing sources or accounts have no series of their own.',
    severity: 'warning',
    conditions: [
      {
        shape: 'share',
        part: { metric: FOLDED },
        whole: [
          { metric: SOURCE_FAILURES },
          { metric: ACCOUNT_FAILURES },
          { metric: RATE_LIMIT_HITS },
        ],
        windowSeconds: 900,
        threshold: shareParameter('authCardinalityFolding', 0.2),
        minimumTraffic: MINIMUM_TRAFFIC,
      },
      {
        // Of many who fail now and then, nearly all are folded, as they should be: so many are another matter.
        shape: 'rate',
        of: { metric: FOLDED },
        windowSeconds: 900,
        perSeconds: 1,
        threshold: rateParameter('authCardinalityFoldingRate', 10, '{value}/s'),
      },
    ],
    keeps: [],
    forSeconds: 900,
    seeds: ['001'],
  }),
] as const;
