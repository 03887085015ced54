import { createContextKey, ROOT_CONTEXT } from '@opentelemetry/api';
import { END_CAUSE, METHOD } from '../../src/conventions';
import type { ObserverHost } from '../../src/model/auth-observer';
import { pseudonymize } from '../../src/privacy/pseudonymize';
import { createMeasuredMeter } from './measured-meter';

const ATTEMPT = { kind: 'attempt', outcome: 'success', method: 'jwt' } as const;

describe('the host that observers are given', () => {
  const attachedTo = (options: Parameters<typeof createMeasuredMeter>[0]) => {
    const hosts: ObserverHost[] = [];
    const observer = { attach: (host: ObserverHost) => void hosts.push(host), observe: () => {} };
    return { hosts, ...createMeasuredMeter({ ...options, observers: [observer] }) };
  };

  it('counts what they found out, and tells all of them', async () => {
    const heard: string[] = [];
    const hosts: ObserverHost[] = [];
    const { meter, lines } = createMeasuredMeter({
      observers: [
        {
          attach: (host) => {
            hosts.push(host);
          },
          observe: ({ observation: { kind } }) => {
            heard.push(`first ${kind}`);
            if (kind !== 'attempt') return;
            hosts[0]?.record({
              kind: 'security_event',
              event: 'brute_force',
              severity: 'critical',
            });
          },
        },
        { observe: ({ observation: { kind } }) => void heard.push(`second ${kind}`) },
      ],
    });
    meter.record(ATTEMPT);

    expect(heard).toEqual([
      'first attempt',
      'first security_event',
      'second security_event',
      'second attempt',
    ]);
    expect(await lines()).toContain('auth.security.events{event=brute_force,severity=critical} 1');
  });

  it('tells where something happened, if it is told', () => {
    const where: unknown[] = [];
    const hosts: ObserverHost[] = [];
    createMeasuredMeter({
      observers: [
        {
          attach: (host) => {
            hosts.push(host);
          },
          observe: (counted) => void where.push(counted.context),
        },
      ],
    });
    const request = ROOT_CONTEXT.setValue(createContextKey('request'), 1);
    hosts[0]?.record(ATTEMPT, request);
    hosts[0]?.record(ATTEMPT);

    expect(where).toEqual([request, ROOT_CONTEXT]);
  });

  it('names accounts as the label user_id does, and not at all without a key', () => {
    const keyed = attachedTo({ userIdKey: 'a key of sixteen' });
    const keyless = attachedTo({});

    expect(keyed.hosts[0]?.nameAccount('alice')).toBe(pseudonymize('alice', 'a key of sixteen'));
    expect(keyless.hosts[0]?.nameAccount('alice')).toBeUndefined();
  });

  it('names sessions by a hash of their own, also where accounts leave as they are', () => {
    const [host] = attachedTo({ userIdKey: 'a key of sixteen', unsafeRawUserIds: true }).hosts;

    expect(host?.nameAccount('alice')).toBe('alice');
    expect(host?.nameSession('alice')).toMatch(/^[\da-f]{16}$/);
    expect(host?.nameSession('alice')).not.toBe(pseudonymize('alice', 'a key of sixteen'));
    expect(attachedTo({ unsafeRawUserIds: true }).hosts[0]?.nameSession('s')).toBeUndefined();
  });

  it('reads values as metrics record them', () => {
    const [host] = attachedTo({ methods: ['hello'] }).hosts;

    expect(
      ['jwt', 'hello', 'eyJhbGciOi', 7].map((value) => host?.listValue(METHOD, value)),
    ).toEqual(['jwt', 'hello', '_OTHER', undefined]);
    expect(['user', 'weather'].map((value) => host?.listValue(END_CAUSE, value))).toEqual([
      'user',
      undefined,
    ]);
  });

  it("locates addresses by the host's locator, and believes it only countries", async () => {
    const locateCountry = (address: string) => {
      if (address === 'bad') throw new Error('locator');
      return address;
    };
    const { hosts, lines } = attachedTo({ locateCountry });

    expect(['DE', 'Mordor', 'bad'].map((address) => hosts[0]?.locateCountry(address))).toEqual([
      'DE',
      undefined,
      undefined,
    ]);
    expect(attachedTo({}).hosts[0]?.locateCountry('DE')).toBeUndefined();
    expect(await lines()).toEqual(['auth.instrumentation.failures{component=locator} 1']);
  });

  it('is given once, and by a meter that is switched off to nobody', () => {
    expect(attachedTo({}).hosts).toHaveLength(1);
    expect(attachedTo({ enabled: false }).hosts).toHaveLength(0);
  });

  it('an observer that throws when it is attached is counted and harms nothing', async () => {
    const { meter, lines } = createMeasuredMeter({
      observers: [
        {
          attach: () => {
            throw new Error('observer');
          },
          observe: () => {},
        },
      ],
    });
    meter.record(ATTEMPT);

    expect(await lines()).toEqual([
      'auth.attempts{method=jwt,outcome=success} 1',
      'auth.instrumentation.failures{component=observer} 1',
    ]);
  });
});
