import { ERRORS } from '../metrics/attempt-metrics';
import { TOKEN_VALIDATIONS } from '../metrics/token-metrics';
import { defineAlert } from './alert-definition';
import {
  countParameter,
  factorParameter,
  MINIMUM_TRAFFIC,
  rateParameter,
  shareParameter,
} from './alert-parameter';
import { SERVER_FAULT_REASONS } from './server-faults';

/** An outage makes validations fail too, and is no spike of bad tokens. */
const BAD_TOKENS = {
  metric: TOKEN_VALIDATIONS,
  where: { outcome: ['failure'] },
  except: { reason: SERVER_FAULT_REASONS },
} as const;

const WRONGLY_SIGNED = {
  metric: ERRORS,
  where: { 'error.type': ['unknown_key', 'invalid_signature'] },
} as const;

/** Alerts on tokens, the keys that sign them and the clocks that judge them. */
export const TOKEN_ALERTS = [
  defineAlert({
    name: 'TokenValidationFailureRatioHigh',
    meaning: 'A large share of token validations fails.',
    severity: 'warning',
    conditions: [
      {
        shape: 'share',
        part: { metric: TOKEN_VALIDATIONS, where: { outcome: ['failure'] } },
        whole: [{ metric: TOKEN_VALIDATIONS }],
        windowSeconds: 300,
        threshold: shareParameter('tokenValidationFailureRatioHigh', 0.05),
        minimumTraffic: MINIMUM_TRAFFIC,
      },
    ],
    keeps: [],
    forSeconds: 300,
    symptomOf: 'AuthServiceDown',
    seeds: ['003'],
  }),
  defineAlert({
    name: 'InvalidTokenSpike',
    meaning: 'Far more bad tokens are presented than in the hour before.',
    severity: 'warning',
    conditions: [
      {
        shape: 'growth',
        of: BAD_TOKENS,
        windowSeconds: 300,
        pastSeconds: 3600,
        threshold: factorParameter('invalidTokenSpike', 3, 1000),
      },
      {
        shape: 'increase',
        of: BAD_TOKENS,
        windowSeconds: 300,
        threshold: countParameter('invalidTokenSpikeMinimum', 20, '{validation}'),
      },
    ],
    keeps: [],
    forSeconds: 0,
    seeds: ['003'],
  }),
  defineAlert({
    name: 'UnknownKeyFailures',
    meaning: 'Tokens are signed with a key that is not known, or not with the key they name.',
    severity: 'warning',
    conditions: [
      {
        shape: 'rate',
        of: WRONGLY_SIGNED,
        windowSeconds: 300,
        perSeconds: 1,
        threshold: rateParameter('unknownKeyFailures', 0.1, '{error}/s'),
      },
      {
        shape: 'share',
        part: WRONGLY_SIGNED,
        whole: [{ metric: ERRORS }],
        windowSeconds: 300,
        threshold: shareParameter('unknownKeyFailuresShare', 0.2),
        minimumTraffic: MINIMUM_TRAFFIC,
      },
    ],
    keeps: [],
    forSeconds: 300,
    seeds: ['002'],
  }),
  defineAlert({
    name: 'ClockSkewSuspected',
    meaning: 'Tokens come from the future: the clocks of issuer and verifier differ.',
    severity: 'warning',
    conditions: [
      {
        shape: 'rate',
        of: { metric: ERRORS, where: { 'error.type': ['token_not_yet_valid'] } },
        windowSeconds: 300,
        perSeconds: 1,
        threshold: rateParameter('clockSkewSuspected', 0.1, '{error}/s'),
      },
    ],
    keeps: [],
    forSeconds: 300,
    seeds: ['002'],
  }),
] as const;
