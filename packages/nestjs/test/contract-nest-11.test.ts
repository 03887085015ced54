import { describeAdapterContract } from '@authmeter/adapter-contract';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { INAPPLICABLE } from './inapplicable';
import { startContractServer } from './start-contract-server';

// Whoever asks for Nest gets Nest 11 here, the adapter and its libraries too.
jest.mock('@nestjs/common', () => jest.requireActual<Nest11>('nest11').common);
jest.mock('@nestjs/core', () => jest.requireActual<Nest11>('nest11').core);
jest.mock('@nestjs/platform-express', () => jest.requireActual<Nest11>('nest11').platformExpress);
jest.mock('@nestjs/platform-fastify', () => jest.requireActual<Nest11>('nest11').platformFastify);

type Nest11 = Readonly<Record<'common' | 'core' | 'platformExpress' | 'platformFastify', object>>;

describeAdapterContract(
  'Nest 11 on Express',
  startContractServer(() => new ExpressAdapter()),
  INAPPLICABLE,
);
describeAdapterContract(
  'Nest 11 on Fastify',
  startContractServer(() => new FastifyAdapter()),
  INAPPLICABLE,
);
