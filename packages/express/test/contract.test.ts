import { describeAdapterContract } from '@authmeter/adapter-contract';
import { EXPRESS_VERSIONS } from './express-versions';
import { startContractServer } from './start-contract-server';

for (const [name, createApp] of EXPRESS_VERSIONS) {
  describeAdapterContract(name, startContractServer(createApp));
}
