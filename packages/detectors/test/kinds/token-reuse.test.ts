import type { AuthObservation, RefreshTokenFacts } from '@authmeter/core';
import { createDetectingMeter, NOW_EPOCH_MILLISECONDS, times } from '../detecting-meter';

const NOW_SECONDS = NOW_EPOCH_MILLISECONDS / 1000;
const THIEF = { accountId: 'alice', sourceAddress: '203.0.113.9' };

function refresh(
  refreshToken: RefreshTokenFacts,
  outcome: 'success' | 'failure' = 'success',
): AuthObservation {
  const cause = outcome === 'failure' ? ({ errorType: 'invalid_credentials' } as const) : {};
  return { kind: 'token_refresh', outcome, ...cause, refreshToken, ...THIEF };
}

describe('the reuse of a refresh token', () => {
  it('is a spent token id that comes again, accepted or refused', () => {
    for (const outcome of ['success', 'failure'] as const) {
      const { record, wait, told } = createDetectingMeter();
      record(refresh({ tokenId: 'one' }));
      wait(31);
      record(refresh({ tokenId: 'one' }, outcome));

      expect(told).toMatchObject([{ kind: 'token_reuse', severity: 'critical', subject: THIEF }]);
    }
  });

  it('is not a race of two tabs, nor a client that lost the answer', () => {
    const { record, wait, lines } = createDetectingMeter();
    record(refresh({ tokenId: 'one' }));
    wait(2);
    record(refresh({ tokenId: 'one' }));
    wait(27);
    record(refresh({ tokenId: 'one' }));

    expect(lines()).toEqual([]);
  });

  it('is not a token that was refused the first time', () => {
    const { record, wait, lines } = createDetectingMeter();
    record(refresh({ tokenId: 'one' }, 'failure'));
    wait(60);
    record(refresh({ tokenId: 'one' }));

    expect(lines()).toEqual([]);
  });

  it('is not a chain of tokens, each spent once, nor a refresh that names no token', () => {
    const { record, wait, lines } = createDetectingMeter();
    times(50, (number) => {
      record(refresh({ tokenId: String(number), familyId: 'family' }));
      record({ kind: 'token_refresh', outcome: 'success', ...THIEF });
      wait(900);
    });

    expect(lines()).toEqual([]);
  });

  it('is an older token of a family, where only the time of issue tells them apart', () => {
    const { record, wait, lines } = createDetectingMeter();
    const issued = (seconds: number) =>
      refresh({ familyId: 'family', issuedAtEpochSeconds: NOW_SECONDS + seconds });
    wait(900);
    record(issued(0));
    wait(900);
    record(issued(900));
    const before = lines();
    wait(100);
    record(issued(0));

    expect(before).toEqual([]);
    expect(lines()).toEqual(['started token_reuse 1']);
  });

  it('is the same token of a family a second time, before its successor was seen', () => {
    const { record, wait, lines } = createDetectingMeter();
    const first = refresh({ familyId: 'family', issuedAtEpochSeconds: NOW_SECONDS });
    wait(900);
    record(first);
    wait(60);
    record(first);

    expect(lines()).toEqual(['started token_reuse 1']);
  });

  it('is not a token of the same second and family, which may be another', () => {
    const { record, wait, lines } = createDetectingMeter();
    const sameSecond = refresh({ familyId: 'family', issuedAtEpochSeconds: NOW_SECONDS });
    record(sameSecond);
    wait(900);
    record(sameSecond);

    expect(lines()).toEqual([]);
  });

  it('is one theft, however many tokens of the family come back', () => {
    const { record, wait, lines } = createDetectingMeter();
    times(5, (number) => {
      record(refresh({ tokenId: `t-${String(number)}`, familyId: 'family' }));
    });
    wait(60);
    times(5, (number) => {
      record(refresh({ tokenId: `t-${String(number)}`, familyId: 'family' }));
    });

    expect(lines()).toEqual(['started token_reuse 1']);
  });

  it('is told to the host, and not counted twice, where the host found it out itself', async () => {
    const { record, told, events } = createDetectingMeter();
    record({ kind: 'token_refresh', outcome: 'failure', errorType: 'token_reuse', ...THIEF });

    expect(told).toMatchObject([{ kind: 'token_reuse', subject: THIEF }]);
    expect(await events()).toEqual([{ event: 'token_reuse', severity: 'critical', value: 1 }]);
  });
});
