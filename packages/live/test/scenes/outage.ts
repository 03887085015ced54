import { NORMAL_DAY } from './normal-day';
import type { SecondOfTraffic } from './simulated-service';

/** The identity provider and its key host refuse: most requests wait two seconds and fail, sign-ins through it five. */
export const OUTAGE: SecondOfTraffic = (service, second) => {
  const { meter, random } = service;
  for (let request = 0; request < 10; request += 1) {
    const fails = random.happens(0.8);
    meter.record({
      kind: 'attempt',
      method: 'jwt',
      durationSeconds: fails ? random.around(2, 0.05) : random.around(0.004),
      ...(fails ? { outcome: 'failure', errorType: 'dependency_error' } : { outcome: 'success' }),
    });
    meter.record({
      kind: 'token_validation',
      durationSeconds: fails ? random.around(2, 0.05) : random.around(0.0004),
      ...(fails ? { outcome: 'failure', errorType: 'dependency_error' } : { outcome: 'success' }),
    });
    meter.record({ kind: 'key_lookup', result: fails ? 'error' : 'hit' });
  }
  if (second % 2 === 0) {
    meter.record({ kind: 'oauth_step', step: 'start', outcome: 'success', provider: 'corporate' });
    meter.record({
      kind: 'oauth_step',
      step: 'code_exchange',
      outcome: 'failure',
      provider: 'corporate',
      errorType: 'dependency_error',
    });
    meter.record({
      kind: 'login',
      method: 'oauth',
      outcome: 'failure',
      errorType: 'dependency_error',
      durationSeconds: random.around(5, 0.03),
    });
  }
  if (second % 10 === 0) {
    for (const dependency of ['jwks', 'identity_provider']) {
      meter.record({
        kind: 'dependency_check',
        dependency,
        up: false,
        durationSeconds: random.around(2, 0.03),
      });
    }
    meter.record({
      kind: 'dependency_check',
      dependency: 'users_db',
      up: true,
      durationSeconds: random.around(0.012),
    });
  }
};

/** Everything as before, beginning anew. */
export const RECOVERY: SecondOfTraffic = NORMAL_DAY;
