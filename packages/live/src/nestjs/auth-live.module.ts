import type { IncomingMessage, ServerResponse } from 'node:http';
import { ConfigurableModuleBuilder, Inject, Module, type DynamicModule } from '@nestjs/common';
import { HttpAdapterHost, type AbstractHttpAdapter } from '@nestjs/core';
import { AuthmeterOptionError } from '@authmeter/core';
import type { Live } from '../mount/live';

/** Options of `AuthLiveModule`. */
export interface AuthLiveModuleOptions {
  /** Made by `createLive`; its option `path` says where the page is, whatever the app's global prefix. */
  readonly live: Live;
}

/** A request of Fastify, as far as it is used. */
interface FastifyRequest {
  readonly raw: IncomingMessage;
}

/** A reply that somebody else may answer. */
interface FastifyReply {
  readonly raw: ServerResponse;
  hijack(): void;
}

/** What is used of Fastify's instance. */
interface FastifyHooks {
  addHook(
    name: 'onRequest',
    hook: (request: FastifyRequest, reply: FastifyReply, next: () => void) => void,
  ): unknown;
}

const { ConfigurableModuleClass, MODULE_OPTIONS_TOKEN } =
  new ConfigurableModuleBuilder<AuthLiveModuleOptions>().setClassMethodName('forRoot').build();

/** Serves the live page in front of all guards, on Express and on Fastify. `authorize` gets the platform's request. */
@Module({})
export class AuthLiveModule extends ConfigurableModuleClass {
  private mountedOn: AbstractHttpAdapter | undefined;

  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(MODULE_OPTIONS_TOKEN) private readonly options: AuthLiveModuleOptions,
  ) {
    super();
    this.mount();
  }

  /** @throws AuthmeterOptionError without a page made by `createLive`. */
  static override forRoot(options: AuthLiveModuleOptions): DynamicModule {
    const live: unknown = (options as Partial<AuthLiveModuleOptions> | undefined)?.live;
    if (typeof live !== 'object' || live === null || !('answer' in live)) {
      throw new AuthmeterOptionError('AuthLiveModule', 'live', live, 'what createLive returns');
    }
    return super.forRoot(options);
  }

  /** For Nest. A testing module has no server before its app is made. */
  configure(): void {
    this.mount();
  }

  private mount(): void {
    // Without a server, as in an application context, there is nothing to mount on.
    const adapter = this.host.httpAdapter as AbstractHttpAdapter | null | undefined;
    if (!adapter || adapter === this.mountedOn) return;
    this.mountedOn = adapter;
    const { live } = this.options;
    if (adapter.getType() === 'express') adapter.use(live.express());
    if (adapter.getType() === 'fastify') mountOnFastify(adapter, live);
  }
}

function mountOnFastify(adapter: AbstractHttpAdapter, live: Live): void {
  adapter.getInstance<FastifyHooks>().addHook('onRequest', (request, reply, next) => {
    const isForPage = live.answer({
      request: request.raw,
      response: reply.raw,
      subject: request,
    });
    // What answers later must not be answered by Fastify as well.
    if (isForPage) reply.hijack();
    else next();
  });
}
