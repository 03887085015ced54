import { EXPIRED, SECRET, VALID } from '@authmeter/adapter-contract';
import { ATTEMPTS } from '@authmeter/core/conventions';
import { UseGuards, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext, GraphQLModule, Query, Resolver } from '@nestjs/graphql';
import { MercuriusDriver } from '@nestjs/mercurius';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
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
    const { reply } = GqlExecutionContext.create(context).getContext<{
      reply: { request: unknown };
    }>();
    return reply.request;
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

/** An app whose GraphQL server hands resolvers this context. */
const rootWith = (context?: (request: object, reply: object) => object) => ({
  imports: [
    GraphQLModule.forRoot({
      driver: MercuriusDriver,
      ...(context === undefined ? {} : { context }),
      typeDefs: 'type Query { me: String, friend: String, admin: String, open: String }',
    }),
  ],
  providers: [JwtByHeader, Resolvers],
});
const ROOT = rootWith();

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

describe('observeGuard in GraphQL', () => {
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
    const { result, points } = await observeNest(ROOT, ask(query, headers), {
      createAdapter: () => new FastifyAdapter(),
    });

    expect(result).toEqual(data);
    expect(points(ATTEMPTS)).toEqual(attempts);
  });

  it('finds the request in a context as Apollo makes it', async () => {
    const root = rootWith((request, reply) => ({ req: request, res: reply }));

    const { points } = await observeNest(root, ask('{ me friend }', EXPIRED), {
      createAdapter: () => new FastifyAdapter(),
    });

    expect(points(ATTEMPTS)).toEqual(failure('jwt', 'expired_token', 'expired_token'));
  });
});
