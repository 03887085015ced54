import { createServer } from 'node:http';
import { randomBytes } from 'node:crypto';
import { createAuthMeter } from '@authmeter/core';
import type { Telemetry } from '../start-telemetry';
import type { Role } from './accounts/accounts';
import { createApp } from './app';
import { listenOnLoopback, type Listening } from './listen-on-loopback';
import { startPartnerProvider, type PartnerProvider } from './partner-provider';
import { LIMITER_NAMES } from './rate-limits';
import { createSecret } from './secret';
import { createServiceParts, type ServiceParts } from './service-parts';

const ROTATION_MILLISECONDS = 10 * 60_000;
const USER_ID_KEY_BYTES = 32;

/** Who can log in. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** The running service, with what only somebody on the inside knows of it. */
export interface Service extends Listening {
  readonly parts: ServiceParts;
  readonly partnerProvider: PartnerProvider;
  /** Accounts that exist from the start. */
  readonly operator: Credentials;
  readonly suspended: Credentials;
}

export interface ServiceOptions {
  /** Ports to try, in this order; 0 is any. */
  readonly ports: readonly number[];
  /** Key under which account ids are hashed, at least 16 bytes. Default: a new one for every start. */
  readonly userIdKey: string | undefined;
}

/** Starts the service and the identity provider that it depends on. */
export async function startService(
  { meterProvider, exporter }: Telemetry,
  { ports, userIdKey = randomBytes(USER_ID_KEY_BYTES).toString('hex') }: ServiceOptions,
): Promise<Service> {
  const meter = createAuthMeter({
    meterProvider,
    limiters: LIMITER_NAMES,
    policies: ['admin'],
    dependencies: ['database', 'signing_keys', 'identity_provider'],
    userIdKey,
  });
  const parts = createServiceParts(meter);
  const operator = await createFirstAccount(parts, 'operator@shop.example', 'admin');
  const suspended = await createFirstAccount(parts, 'suspended@shop.example', 'member');
  parts.accounts.disable(suspended.id);
  const partnerProvider = await startPartnerProvider();
  const introspectionUrl = `${partnerProvider.url}/introspect`;
  const app = createApp(parts, { exporter, introspectionUrl });
  const listening = await listenOnLoopback(createServer(app), ports);
  const rotation = setInterval(() => {
    parts.signingKeys.rotate();
  }, ROTATION_MILLISECONDS).unref();
  return {
    url: listening.url,
    parts,
    partnerProvider,
    operator,
    suspended,
    stop: async () => {
      clearInterval(rotation);
      await listening.stop();
      await partnerProvider.stop();
      parts.database.close();
    },
  };
}

async function createFirstAccount(
  { accounts, passwords }: ServiceParts,
  email: string,
  role: Role,
): Promise<Credentials & { readonly id: string }> {
  const password = createSecret();
  const { id } = accounts.create({ email, passwordDigest: await passwords.hash(password), role });
  return { id, email, password };
}
