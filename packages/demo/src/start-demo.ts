import { FRAMEWORKS, type Framework, type FrameworkName } from './frameworks/frameworks';
import type { Service, ServiceOptions } from './service/service';
import { startTelemetry, type TelemetryOptions } from './start-telemetry';
import { createRandomSource, type RandomSource } from './traffic/random-source';
import { createTraffic, type Traffic } from './traffic/create-traffic';
import { createTruth, type Truth } from './truth/truth';

export interface DemoOptions extends ServiceOptions, TelemetryOptions {
  /** What the service is written in. Default `express`. */
  readonly framework?: FrameworkName;
  /** The same seed makes the same visitors come in the same order. */
  readonly seed: number;
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
  const telemetry = startTelemetry(options);
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
