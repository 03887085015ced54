import { describeAdapterContract } from '@authmeter/adapter-contract';
import { DIALECT } from './dialect';
import { startContractServer } from './start-contract-server';

describeAdapterContract('Better Auth', startContractServer, DIALECT);
