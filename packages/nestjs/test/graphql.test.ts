import { EXPIRED, SECRET, VALID } from '@authmeter/adapter-contract';
import { ATTEMPTS } from '@authmeter/core/conventions';
import { ApolloDriver } from '@nestjs/apollo';
import {
  UseGuards,
  type CanActivate,
  type DynamicModule,
  type ExecutionContext,
} from '@nestjs/common';
import type { AbstractHttpAdapter } from '@nestjs/core';
import { GqlExecutionContext, GraphQLModule, Query, Resolver } from '@nestjs/graphql';
import { MercuriusDriver } from '@nestjs/mercurius';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { observeGuard } from '../src';
import { failure, observeNest, success } from './observe-nest';

class JwtByHeader extends PassportStrategy(Strategy) {
  constructor() {
    super({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: SECRET });
  }

  validate({ sub }: { readonly sub: string }): unknown {
    return { id: sub };
  }
}

class GraphqlJwtGuard extends AuthGuard('jwt') {
  override getRequest(context: ExecutionContext): unknown {
    const { req, reply } = GqlExecutionContext.create(context).getContext<{
      req?: unknown;
      reply?: { request: unknown };
    }>();
    return req ?? reply?.request;
  }
}

class RefuseQuietly implements CanActivate {
  canActivate(): boolean {
    return false;
  }
}

@Resolver()
class Resolvers {
  @Query('me')
  @UseGuards(observeGuard(GraphqlJwtGuard))
  me(): string {
    return 'alice';
  }

  @Query('friend')
  @UseGuards(observeGuard(GraphqlJwtGuard))
  friend(): string {
    return 'bob';
  }

  @Query('admin')
  @UseGuards(observeGuard(GraphqlJwtGuard), observeGuard(RefuseQuietly))
  admin(): string {
    return 'root';
  }

  @Query('open')
  open(): string {
    return 'anybody';
  }
}

const TYPE_DEFS = 'type Query { me: String, friend: String, admin: String, open: String }';

/** GraphQL servers of Nest's, on the platforms that they run on. */
const SERVERS: readonly (readonly [string, DynamicModule, () => AbstractHttpAdapter])[] = [
  [
    'Mercurius on Fastify',
    GraphQLModule.forRoot({ driver: MercuriusDriver, typeDefs: TYPE_DEFS }),
    () => new FastifyAdapter(),
  ],
  [
    'Apollo on Express',
    GraphQLModule.forRoot({ driver: ApolloDriver, typeDefs: TYPE_DEFS }),
    () => new ExpressAdapter(),
  ],
  [
    'Apollo on Fastify',
    GraphQLModule.forRoot({ driver: ApolloDriver, typeDefs: TYPE_DEFS }),
    () => new FastifyAdapter(),
  ],
];

/** Asks one GraphQL query; gives the data of the answer. */
const ask = (query: string, headers: Record<string, string>) => async (url: string) => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as { data: unknown };
  return data;
};

describe.each(SERVERS)('observeGuard in GraphQL of %s', (_name, server, createAdapter) => {
  const root = { imports: [server], providers: [JwtByHeader, Resolvers] };

  it.each<readonly [string, string, Record<string, string>, unknown, unknown]>([
    ['an accepted token', '{ me }', VALID, { me: 'alice' }, success('jwt')],
    [
      'a token accepted by two resolvers',
      '{ me friend }',
      VALID,
      { me: 'alice', friend: 'bob' },
      success('jwt'),
    ],
    [
      'an expired token, although the answer is 200',
      '{ me friend }',
      EXPIRED,
      { me: null, friend: null },
      failure('jwt', 'expired_token', 'expired_token'),
    ],
    ['no token', '{ me }', {}, { me: null }, failure('jwt', 'missing_auth', 'missing_auth')],
    [
      'a second guard that returns false',
      '{ admin }',
      VALID,
      { admin: null },
      failure('jwt', 'insufficient_permissions', 'insufficient_permissions'),
    ],
    ['a public resolver', '{ open }', {}, { open: 'anybody' }, []],
  ])('counts a request once: %s', async (_what, query, headers, data, attempts) => {
    const { result, points } = await observeNest(root, ask(query, headers), { createAdapter });

    expect(result).toEqual(data);
    expect(points(ATTEMPTS)).toEqual(attempts);
  });
});
