import { randomBytes } from 'node:crypto';
import { createAuthMeter } from '@authmeter/core';
import type { Telemetry } from '../start-telemetry';
import { REAL_TIME } from '../time/demo-time';
import type { Role } from './accounts/accounts';
import type { Listening } from './listen-on-loopback';
import { startPartnerProvider } from './partner-provider';
import { LIMITER_NAMES, LIMITS } from './rate-limits';
import { createSecret } from './secret';
import type { Credentials, Service, ServiceOptions } from './service';
import { createServiceParts, type ServiceParts } from './service-parts';
import { startCompanyProvider } from './sign-on/company-provider';
import { createSignOn } from './sign-on/sign-on';
import type { Surroundings } from './surroundings';

const ROTATION_MILLISECONDS = 10 * 60_000;
const USER_ID_KEY_BYTES = 32;

/** Builds the shop's app in some framework and listens with it, on the first of these ports that is free. */
export type ServeShop = (
  parts: ServiceParts,
  surroundings: Surroundings,
  ports: readonly number[],
) => Promise<Listening>;

/** Starts the shop and the identity provider that it depends on. */
export async function startShop(
  serve: ServeShop,
  { meterProvider, exporter }: Telemetry,
  {
    ports,
    userIdKey = randomBytes(USER_ID_KEY_BYTES).toString('hex'),
    observers = [],
    time = REAL_TIME,
    limits,
    passwordMemoryKibibytes,
  }: ServiceOptions,
): Promise<Service> {
  const meter = createAuthMeter({
    meterProvider,
    limiters: LIMITER_NAMES,
    policies: ['admin'],
    providers: ['company'],
    dependencies: ['database', 'signing_keys', 'identity_provider', 'company_provider'],
    userIdKey,
    observers,
    clock: time,
  });
  const companyProvider = await startCompanyProvider(time);
  const signOn = createSignOn(companyProvider.url, meter, time);
  const parts = createServiceParts({
    meter,
    signOn,
    limits: { ...LIMITS, ...limits },
    passwordMemoryKibibytes,
  });
  const { accounts, mailbox, signingKeys } = parts;
  const operator = await createFirstAccount(parts, 'operator@shop.example', 'admin');
  const suspended = await createFirstAccount(parts, 'suspended@shop.example', 'member');
  accounts.disable(suspended.id);
  const partnerProvider = await startPartnerProvider();
  const introspectionUrl = `${partnerProvider.url}/introspect`;
  const listening = await serve(parts, { exporter, introspectionUrl }, ports);
  const rotation = setInterval(() => {
    signingKeys.rotate();
  }, ROTATION_MILLISECONDS).unref();
  return {
    url: listening.url,
    inside: { mailbox, shop: { parts, partnerProvider, companyProvider } },
    operator,
    suspended,
    stop: async () => {
      clearInterval(rotation);
      await listening.stop();
      await partnerProvider.stop();
      await companyProvider.stop();
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
