import type { Service, ServiceOptions } from '../service/service';
import { startShop } from '../service/start-shop';
import type { Telemetry } from '../start-telemetry';
import type { Visitor } from '../traffic/visit';
import { NEWCOMER } from '../traffic/visitors/customers';
import { VISITORS } from '../traffic/visitors/visitors';
import { startBetterAuth } from './better-auth/start-better-auth';
import { MEMBER_TO_BE, MEMBERS_AND_STRANGERS } from './better-auth/visitors';
import { serveExpress } from './express/serve';
import { serveKoa } from './koa/serve';
import { serveNest } from './nestjs/serve';

/** A framework that the demo's service can be written in, and who comes to it. */
export interface Framework {
  /** What the service is called to people. */
  readonly title: string;
  readonly start: (telemetry: Telemetry, options: ServiceOptions) => Promise<Service>;
  readonly visitors: readonly Visitor[];
  /** Somebody who makes an account: the first visitors of every run. */
  readonly newcomer: Visitor;
}

const SHOP = { visitors: VISITORS, newcomer: NEWCOMER };

/** The same shop in three frameworks, and a service that leaves all of it to Better Auth. */
export const FRAMEWORKS = {
  express: {
    ...SHOP,
    title: 'an Express service',
    start: (telemetry, options) => startShop(serveExpress, telemetry, options),
  },
  koa: {
    ...SHOP,
    title: 'a Koa service',
    start: (telemetry, options) => startShop(serveKoa, telemetry, options),
  },
  nestjs: {
    ...SHOP,
    title: 'a Nest service',
    start: (telemetry, options) => startShop(serveNest, telemetry, options),
  },
  'better-auth': {
    title: 'a service on Better Auth',
    start: startBetterAuth,
    visitors: MEMBERS_AND_STRANGERS,
    newcomer: MEMBER_TO_BE,
  },
} as const satisfies Readonly<Record<string, Framework>>;

export type FrameworkName = keyof typeof FRAMEWORKS;
export const FRAMEWORK_NAMES = Object.keys(FRAMEWORKS) as readonly FrameworkName[];
