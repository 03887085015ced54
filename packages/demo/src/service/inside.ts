import type { Mailbox } from './accounts/mailbox';
import type { PartnerProvider } from './partner-provider';
import type { ServiceParts } from './service-parts';
import type { CompanyProvider } from './sign-on/company-provider';

/** What only the shop has on the inside. */
export interface ShopInside {
  readonly parts: ServiceParts;
  readonly partnerProvider: Pick<PartnerProvider, 'setDown'>;
  readonly companyProvider: CompanyProvider;
}

/** What the traffic can do because it lives in the service's process. */
export interface Inside {
  readonly mailbox: Mailbox;
  /** Absent where a service keeps no keys of its own and asks no partner. */
  readonly shop?: ShopInside;
}

/**
 * The inside of the shop, for visitors that only the shop gets.
 *
 * @throws RangeError where the service is another
 */
export function shopOf({ shop }: Inside): ShopInside {
  if (shop === undefined) throw new RangeError('only the shop gets such visitors');
  return shop;
}
