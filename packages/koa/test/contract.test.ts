import { describeAdapterContract } from '@authmeter/adapter-contract';
import { KOA_VERSIONS } from './koa-versions';
import { startContractServer } from './start-contract-server';

for (const [name, App] of KOA_VERSIONS) {
  describeAdapterContract(name, startContractServer(App));
}
