import type { Judgement } from '../../src/exchange/exchange-facts';
import { laterJudgement } from '../../src/exchange/later-judgement';
import { resolveOptions } from '../../src/options/auth-meter-options';
import { AuthRecorder } from '../../src/recorder/auth-recorder';

const recorder = new AuthRecorder(resolveOptions({ enabled: false }));
const LOCKED = { outcome: 'failure', errorType: 'account_locked' } as const;
const EXPIRED = { outcome: 'failure', error: { code: 'ERR_JWT_EXPIRED' } } as const;
const UNKNOWN = { outcome: 'failure', errorType: 'unknown' } as const;

describe('laterJudgement', () => {
  it.each<readonly [string, Judgement | undefined, Judgement, Judgement]>([
    ['the only one', undefined, 'success', 'success'],
    ['a success after a failure', LOCKED, 'success', 'success'],
    ['a failure after a success', 'success', LOCKED, LOCKED],
    ['the cause that came first', LOCKED, EXPIRED, LOCKED],
    ['the only cause, given last', 'failure', LOCKED, LOCKED],
    ['the only cause, given first', LOCKED, 'failure', LOCKED],
    ['a failure that nobody explains', 'failure', { outcome: 'failure' }, UNKNOWN],
    [
      'an error as its type',
      undefined,
      EXPIRED,
      { outcome: 'failure', errorType: 'expired_token' },
    ],
  ])('is %s', (_case, before, later, expected) => {
    expect(laterJudgement(recorder, before, later)).toEqual(expected);
  });
});
