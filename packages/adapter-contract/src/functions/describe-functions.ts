import type { AdapterUnderTest } from './adapter-under-test';
import { describeDefaultMeter } from './describe-default-meter';
import { describeHealth } from './describe-health';
import { describeIdentity } from './describe-identity';
import { describeLogins } from './describe-logins';
import { describeOptions } from './describe-options';
import { describeRequests } from './describe-requests';

/** Describes all that the functions of an adapter of middlewares have in common, whatever the framework. */
export function describeFunctions<Middleware>(
  adapterName: string,
  adapter: AdapterUnderTest<Middleware>,
): void {
  describe(`the functions of the adapter for ${adapterName}`, () => {
    describeOptions(adapter);
    describeDefaultMeter(adapter);
    describeIdentity(adapter);
    describeLogins(adapter);
    describeRequests(adapter);
    describeHealth(adapter);
  });
}
