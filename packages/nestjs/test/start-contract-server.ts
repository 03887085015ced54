import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import {
  operationsOf,
  type ContractApp,
  type ContractRoute,
  type StartServer,
} from '@authmeter/adapter-contract';
import { Catch, Controller, Get, Post, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter, Type } from '@nestjs/common';
import { NestFactory, type AbstractHttpAdapter } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { AuthMetricsModule, type NestRequest, type NestResponse } from '../src';
import { guardOf } from './contract-guards';
import { contractRequestOf, send, type TestResponse } from './contract-messages';

/** Starts the contract's application on a platform of Nest. */
export function startContractServer(createAdapter: () => AbstractHttpAdapter): StartServer {
  return async (contract) => {
    const operations = operationsOf<NestRequest, NestResponse>(contract.routes, (response) => {
      return { status: response.statusCode, location: String(response.getHeader('location')) };
    });
    const root = {
      module: class RootModule {},
      imports: [
        AuthMetricsModule.forRoot({ meter: contract.meter, operations }),
        ThrottlerModule.forRoot([{ name: 'api', limit: 1, ttl: 60_000 }]),
      ],
      controllers: contract.routes.map((route) => controllerOf(contract, route)),
    };
    const app = await NestFactory.create(root, createAdapter(), {
      logger: false,
      abortOnError: false,
    });
    await app.listen(0, '127.0.0.1');
    const server = app.getHttpServer() as Server;
    return {
      port: (server.address() as AddressInfo).port,
      close: async () => {
        server.closeAllConnections();
        await app.close();
        await setImmediate();
      },
    };
  };
}

function controllerOf(contract: ContractApp, route: ContractRoute): Type {
  const guards = route.steps.map((step) => guardOf(contract, step));
  const Route = route.method === 'GET' ? Get : Post;

  @Catch()
  class AnswerError implements ExceptionFilter {
    catch(error: unknown, host: ArgumentsHost): void {
      send(host.switchToHttp().getResponse(), { status: contract.statusOf(error) });
    }
  }

  @Controller()
  @UseFilters(AnswerError)
  @UseGuards(...guards)
  class RouteController {
    @Route(route.path)
    async answer(@Req() request: object, @Res() response: TestResponse): Promise<void> {
      send(response, await route.handle(contractRequestOf(request, response)));
    }
  }
  return RouteController;
}
