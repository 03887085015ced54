import { describeAdapterContract } from '@authmeter/adapter-contract';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { INAPPLICABLE } from './inapplicable';
import { startContractServer } from './start-contract-server';

describeAdapterContract(
  'Nest 12 on Express',
  startContractServer(() => new ExpressAdapter()),
  INAPPLICABLE,
);
describeAdapterContract(
  'Nest 12 on Fastify',
  startContractServer(() => new FastifyAdapter()),
  INAPPLICABLE,
);
