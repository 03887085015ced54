import { createAuthMeter } from '../../src/auth-meter';
import { createMeasuredMeter } from './measured-meter';

/** How many series of each metric exist before anything happened. */
const STARTED: Readonly<Record<string, number>> = {
  'auth.attempts': 96,
  'auth.credential.rotations': 10,
  'auth.errors': 18,
  'auth.instrumentation.folded': 3,
  'auth.lockouts': 15,
  'auth.logins': 48,
  'auth.rate_limit.requests': 4,
  'auth.registrations': 22,
  'auth.security.events': 30,
  'auth.token.refreshes': 11,
  'auth.token.validations': 24,
};

describe('before anything happened', () => {
  it('the series that alerts select on exist, all at zero, from the first collection', async () => {
    const { harness } = createMeasuredMeter();
    const snapshot = await harness.collect();

    const counts = snapshot.names.map((name) => [
      name,
      snapshot.points(name, { withZeros: true }).length,
    ]);
    expect(Object.fromEntries(counts)).toEqual(STARTED);
    expect(snapshot.names.flatMap((name) => snapshot.points(name))).toEqual([]);
  });

  it('the failures of declared methods exist instead of those of the usual ones', async () => {
    const { harness } = createMeasuredMeter({ methods: ['ldap'] });
    const attempts = await harness.points('auth.attempts', { withZeros: true });

    expect(new Set(attempts.map(({ attributes }) => attributes['method']))).toEqual(
      new Set(['ldap']),
    );
    expect(attempts).toHaveLength(24);
  });

  it('exactly these attempts exist for one method: a success and each failure', async () => {
    const { harness } = createMeasuredMeter({ methods: ['ldap'] });
    const attempts = await harness.points('auth.attempts', { withZeros: true });

    expect(attempts).toContainEqual({
      attributes: { outcome: 'success', method: 'ldap' },
      value: 0,
    });
    expect(attempts).toContainEqual({
      attributes: {
        outcome: 'failure',
        reason: 'invalid_credentials',
        'error.type': 'token_reuse',
        method: 'ldap',
      },
      value: 0,
    });
  });

  it('a second meter on the same provider adds nothing and breaks nothing', async () => {
    const { harness, meter } = createMeasuredMeter();
    const second = createAuthMeter({ meterProvider: harness.meterProvider });
    for (const each of [meter, second]) each.record({ kind: 'guest', event: 'created' });

    expect(await harness.points('auth.guest.events')).toEqual([
      { attributes: { event: 'created' }, value: 2 },
    ]);
  });
});
