import type { Random } from '../random';
import type { TrafficEvent } from '../traffic-event';

/** A program that asks again and again with a token that has expired, several times a second. */
export function createExpiredTokenLoop(
  random: Random,
  fromSeconds: number,
  untilSeconds: number,
): readonly TrafficEvent[] {
  const events: TrafficEvent[] = [];
  const subject = { accountId: 'batch-job', sourceAddress: '192.0.2.40' };
  for (let at = fromSeconds; at < untilSeconds; at += random.between(0.1, 0.4)) {
    events.push({
      atSeconds: at,
      observation: {
        kind: 'attempt',
        method: 'jwt',
        outcome: 'failure',
        errorType: 'expired_token',
        ...subject,
      },
    });
  }
  return events;
}

/** A program that tries a password once a second that was changed. */
export function createStalePasswordLoop(
  fromSeconds: number,
  seconds: number,
): readonly TrafficEvent[] {
  return Array.from({ length: seconds }, (_, second) => ({
    atSeconds: fromSeconds + second,
    observation: {
      kind: 'attempt',
      method: 'basic',
      outcome: 'failure',
      errorType: 'invalid_credentials',
      accountId: 'batch-job',
      sourceAddress: '192.0.2.41',
    },
  }));
}

/** A program that presents a token once a second whose key was withdrawn. */
export function createOldKeyLoop(fromSeconds: number, seconds: number): readonly TrafficEvent[] {
  return Array.from({ length: seconds }, (_, second) => ({
    atSeconds: fromSeconds + second,
    observation: {
      kind: 'attempt',
      method: 'jwt',
      outcome: 'failure',
      errorType: 'unknown_key',
      accountId: 'old-client',
      sourceAddress: '192.0.2.42',
    },
  }));
}

/** Programs that look around without any credential, and a few with a token of another system. */
export function createCrawlers(
  random: Random,
  fromSeconds: number,
  untilSeconds: number,
): readonly TrafficEvent[] {
  const events: TrafficEvent[] = [];
  for (let at = fromSeconds; at < untilSeconds; at += random.wait(1 / 20)) {
    const errorType = random.chance(0.05) ? 'invalid_signature' : 'missing_auth';
    const sourceAddress = `198.51.100.${String(random.below(250))}`;
    events.push({
      atSeconds: at,
      observation: { kind: 'attempt', method: 'jwt', outcome: 'failure', errorType, sourceAddress },
    });
  }
  return events;
}
