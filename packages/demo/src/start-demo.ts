import { FRAMEWORKS, type Framework, type FrameworkName } from './frameworks/frameworks';
import type { Service } from './service/service';
import { startTelemetry } from './start-telemetry';
import { createRandomSource, type RandomSource } from './traffic/random-source';
import { createTraffic, type Traffic } from './traffic/create-traffic';
import { createTruth, type Truth } from './truth/truth';

export interface DemoOptions {
  /** What the service is written in. Default `express`. */
  readonly framework?: FrameworkName;
  /** Ports to try, in this order; 0 is any. */
  readonly ports: readonly number[];
  /** The same seed makes the same visitors come in the same order. */
  readonly seed: number;
  /** Base address of an OTLP/HTTP collector; undefined: none. */
  readonly collectorUrl: string | undefined;
  /** Key under which account ids are hashed; undefined: a new one. */
  readonly userIdKey: string | undefined;
}

/** The service, its traffic and the truth about it. */
export interface Demo {
  readonly framework: Framework;
  readonly service: Service;
  readonly traffic: Traffic;
  readonly truth: Truth;
  readonly random: RandomSource;
  /** Ends everything; what was not yet sent to a collector is sent first. */
  stop(): Promise<void>;
}

/** Starts everything but the visitors. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const telemetry = startTelemetry(options.collectorUrl);
  const framework = FRAMEWORKS[options.framework ?? 'express'];
  const service = await framework.start(telemetry, options);
  const random = createRandomSource(options.seed);
  const truth = createTruth();
  return {
    framework,
    service,
    traffic: createTraffic(service, truth, random),
    truth,
    random,
    stop: async () => {
      try {
        await telemetry.stop();
      } finally {
        await service.stop();
      }
    },
  };
}
