import type { Account } from '../service/accounts/accounts';
import { shopOf, type ShopInside } from '../service/inside';
import { grantTokens } from '../service/operations/grant-tokens';
import type { Service } from '../service/service';
import { createSecret } from '../service/secret';
import type { Region } from '../service/sign-on/company-provider';
import type { DemoTime } from '../time/demo-time';
import type { Visit } from '../traffic/visit';
import type { VisitOrigin } from '../traffic/visit-origin';
import { originOfCustomer } from './customer-origin';

const MILLISECONDS_PER_SECOND = 1000;
const PASSWORD = 'correct horse battery staple';
/** People with a session, a key and a network of their own. */
const CUSTOMERS = 40;
/** Accounts whose owners are away: attackers know their addresses. */
const AWAY = 1500;
const LIFETIME_SECONDS = 3600;

/** Everybody who appears in a scene, made in the service's process before it begins. */
export interface Cast {
  readonly shop: ShopInside;
  readonly time: DemoTime;
  /** Where the cast came together, epoch seconds. */
  readonly beganAtEpochSeconds: number;
  /** One of the customers; they take turns. */
  customer(n: number): Visit;
  /** Somebody who comes for one request, and for whose account. */
  stranger(origin: VisitOrigin, email?: string, password?: string): Visit;
  /** The address of an account whose owner is away. */
  away(n: number): string;
  /** Somebody with a session who does nothing in everyday. */
  readonly victim: Visit;
  /** A token of the company's identity provider, of any age that it can have. */
  companyToken(region: Region, n: number): string;
  /** One that has ended a moment ago, of those that were all issued in one minute an hour ago. */
  endedToken(n: number): string;
}

/** Makes the accounts, sessions and keys of the cast. */
export async function createCast(service: Service, time: DemoTime): Promise<Cast> {
  const shop = shopOf(service.inside);
  const { accounts, passwords } = shop.parts;
  // One digest for all: hashing it for each would take longer than the scene.
  const passwordDigest = await passwords.hash(PASSWORD);
  const createAccount = (email: string): Account =>
    accounts.create({ email, passwordDigest, role: 'member' });
  const stranger: Cast['stranger'] = (
    origin,
    email = 'nobody@mail.example',
    password = PASSWORD,
  ) => ({
    ...origin,
    account: { email, password, exists: true, openSessions: 0 },
    inside: service.inside,
    cookies: new Map(),
    stolenCookies: new Map(),
    accessToken: undefined,
    apiKey: undefined,
    mailedToken: undefined,
  });
  const createCustomer = (index: number): Visit => {
    const email = `customer${String(index)}@mail.example`;
    const visit = stranger(originOfCustomer(index + 1), email);
    equip(visit, createAccount(email), shop);
    return visit;
  };
  const customers = Array.from({ length: CUSTOMERS }, (_, index) => createCustomer(index));
  const victim = createCustomer(CUSTOMERS);
  const away = Array.from({ length: AWAY }, (_, n) => `away${String(n)}@mail.example`);
  for (const email of away) createAccount(email);
  const now = (): number => time.epochMilliseconds() / MILLISECONDS_PER_SECOND;
  const issue = (region: Region, n: number, issuedAt: number): string =>
    shop.companyProvider.issueToken(region, {
      subject: `employee-${String(n % CUSTOMERS)}`,
      issuedAtEpochSeconds: Math.floor(issuedAt),
      expiresAtEpochSeconds: Math.floor(issuedAt + LIFETIME_SECONDS),
    });
  const pick = <Item>(items: readonly Item[], n: number): Item => {
    const item = items[n % items.length];
    if (item === undefined) throw new RangeError('the cast is empty');
    return item;
  };
  return {
    shop,
    time,
    beganAtEpochSeconds: now(),
    customer: (n) => pick(customers, n),
    stranger,
    away: (n) => pick(away, n),
    victim,
    // A step that shares no factor with the lifetime, so that every age comes.
    companyToken: (region, n) => issue(region, n, now() - ((n * 97) % (LIFETIME_SECONDS - 60))),
    endedToken: (n) => issue('emea', n, now() - LIFETIME_SECONDS - 1 - (n % 60)),
  };
}

/** Gives a customer a session and a key, as if all that had happened before. */
function equip(visit: Visit, account: Account, { parts }: ShopInside): void {
  const sessionId = parts.sessions.start(account.id);
  const granted = grantTokens(parts, account, { sessionId, grantType: 'password' });
  visit.accessToken = granted.accessToken;
  visit.cookies = new Map([
    ['refresh_token', granted.refreshToken],
    ['csrf_token', createSecret()],
  ]);
  visit.apiKey = parts.apiKeys.issue(account.id);
  visit.account.openSessions = 1;
}
