import { createAuthMeter, type AuthMeter } from '@authmeter/core';
import { createFakeClock, type FakeClock } from '@authmeter/testkit';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { resolveLiveOptions, type LiveOptions } from '../../src/live-options';
import { ReaderSource } from '../../src/reader-source';
import { createRandom, type Random } from './random';

export const SCENE_START = Date.UTC(2026, 2, 4, 11, 50, 0);

/** A service whose seconds go by when they are told to. Meter, SDK and reader are the real ones. */
export interface SimulatedService {
  readonly meter: AuthMeter;
  readonly source: ReaderSource;
  readonly settings: ReturnType<typeof resolveLiveOptions>;
  readonly clock: FakeClock;
  readonly random: Random;
  /** Epoch seconds on its clock. */
  nowSeconds(): number;
  /** Lets seconds go by, each with its traffic, and collects after each. */
  run(seconds: number, traffic?: SecondOfTraffic): Promise<void>;
  shutdown(): Promise<void>;
}

/** What happens in one second. @param second From 0 on, within its run. */
export type SecondOfTraffic = (service: SimulatedService, second: number) => void;

/** @param startMilliseconds When it starts, on its clock. */
export function createSimulatedService(
  options: LiveOptions = {},
  startMilliseconds = SCENE_START,
): SimulatedService {
  const clock = createFakeClock(startMilliseconds);
  const settings = resolveLiveOptions({ ...options, clock });
  const source = new ReaderSource(settings, false);
  const meterProvider = new MeterProvider({
    readers: [source.reader],
    resource: resourceFromAttributes({ 'service.name': 'orders-api' }),
  });
  const meter = createAuthMeter({
    meterProvider,
    clock,
    userIdKey: 'a key that only this scene hashes with',
    limiters: ['login', 'api'],
    providers: ['corporate'],
    policies: ['admin'],
    dependencies: ['users_db', 'jwks', 'identity_provider'],
  });
  const service: SimulatedService = {
    meter,
    source,
    settings,
    clock,
    random: createRandom(7),
    nowSeconds: () => clock.epochMilliseconds() / 1000,
    run: async (seconds, traffic = () => undefined) => {
      for (let second = 0; second < seconds; second += 1) {
        traffic(service, second);
        clock.advance(1000);
        await source.collect();
      }
    },
    shutdown: () => meterProvider.shutdown(),
  };
  return service;
}
