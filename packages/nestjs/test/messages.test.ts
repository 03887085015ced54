import { once } from 'node:events';
import { tokenWith, SECRET } from '@authmeter/adapter-contract';
import { ATTEMPTS, INSTRUMENTATION_FAILURES } from '@authmeter/core/conventions';
import { Controller, UseGuards, type CanActivate, type ExecutionContext } from '@nestjs/common';
import {
  ClientProxyFactory,
  MessagePattern,
  Transport,
  type MicroserviceOptions,
} from '@nestjs/microservices';
import { WsAdapter } from '@nestjs/platform-ws';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { verify } from 'jsonwebtoken';
import { lastValueFrom } from 'rxjs';
import { WebSocket } from 'ws';
import { AuthMethod, observeGuard, SkipAuthMetrics } from '../src';
import { failure, observeNest, success } from './observe-nest';

type Message = { readonly token?: string };

class MessageGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const isSocket = context.getType() === 'ws';
    const { token } = context.getArgByIndex<Message>(isSocket ? 1 : 0);
    const claims = token === 'nobody' ? undefined : verify(token ?? '', SECRET);
    Object.assign(context.getArgByIndex<object>(isSocket ? 0 : 1), { user: claims });
    return claims !== undefined;
  }
}

const guard = observeGuard(MessageGuard);
const fail = () => {
  throw new Error('the callback threw');
};

@WebSocketGateway()
class Gateway {
  @SubscribeMessage('me')
  @UseGuards(guard)
  me(): object {
    return { event: 'me', data: 'alice' };
  }

  @SubscribeMessage('key')
  @AuthMethod('api_key')
  @UseGuards(guard)
  key(): object {
    return { event: 'key', data: 'alice' };
  }

  @SubscribeMessage('identified')
  @UseGuards(observeGuard(MessageGuard, { optional: true, identify: fail }))
  identified(): object {
    return { event: 'identified', data: 'alice' };
  }

  @SubscribeMessage('skipped')
  @SkipAuthMetrics()
  @UseGuards(guard)
  skipped(): object {
    return { event: 'skipped', data: 'alice' };
  }
}

@Controller()
class Messages {
  @MessagePattern('me')
  @UseGuards(guard)
  me(): string {
    return 'alice';
  }
}

const expired = tokenWith({ exp: 1 });

/** The answers that each message draws. */
const ROWS: readonly (readonly [string, Message, unknown])[] = [
  ['an accepted token', { token: tokenWith() }, success('jwt')],
  ['an expired token', { token: expired }, failure('jwt', 'expired_token', 'expired_token')],
  [
    'a guard that returns false',
    { token: 'nobody' },
    failure('jwt', 'insufficient_permissions', 'insufficient_permissions'),
  ],
];

/** Sends one message over a socket and waits for what is answered, be it an exception. */
const say = (event: string, data: Message) => async (url: string) => {
  const socket = new WebSocket(url.replace('http', 'ws'));
  await once(socket, 'open');
  socket.send(JSON.stringify({ event, data }));
  const [answer] = (await once(socket, 'message')) as [Buffer];
  socket.close();
  return (JSON.parse(answer.toString()) as { event: string }).event;
};

describe('observeGuard before messages of a WebSocket', () => {
  const play = (event: string, message: Message) =>
    observeNest({ providers: [Gateway] }, say(event, message), {
      prepare: (app) => app.useWebSocketAdapter(new WsAdapter(app)),
    });

  it.each(ROWS)('counts each message: %s', async (_what, message, attempts) => {
    const { points } = await play('me', message);

    expect(points(ATTEMPTS)).toEqual(attempts);
  });

  it('survives a callback that throws', async () => {
    const { result, points } = await play('identified', { token: tokenWith() });

    expect(result).toBe('identified');
    expect(points(ATTEMPTS)).toEqual(success('jwt'));
    expect(points(INSTRUMENTATION_FAILURES)).toEqual([
      { attributes: { component: 'adapter' }, value: 2 },
    ]);
  });

  it('hears what the decorators say', async () => {
    const { result, points } = await play('key', { token: tokenWith() });

    expect(result).toBe('key');
    expect(points(ATTEMPTS)).toEqual(success('api_key'));
  });

  it('leaves uncounted what is skipped', async () => {
    const { result, points } = await play('skipped', { token: expired });

    expect(result).toBe('exception');
    expect(points(ATTEMPTS)).toEqual([]);
  });
});

describe('observeGuard before messages of a transport', () => {
  it.each(ROWS)('counts each message: %s', async (_what, message, attempts) => {
    const options: MicroserviceOptions = {
      transport: Transport.TCP,
      options: { host: '127.0.0.1', port: 0 },
    };
    let port = 0;
    const { points } = await observeNest(
      { controllers: [Messages] },
      async () => {
        const client = ClientProxyFactory.create({
          transport: Transport.TCP,
          options: { host: '127.0.0.1', port },
        });
        const answer = await lastValueFrom(client.send<unknown>('me', message)).catch(() => 'no');
        await client.close();
        return answer;
      },
      {
        prepare: async (app) => {
          const service = app.connectMicroservice<MicroserviceOptions>(options, {
            inheritAppConfig: true,
          });
          await app.startAllMicroservices();
          port = service.unwrap<{ address(): { port: number } }>().address().port;
        },
      },
    );

    expect(points(ATTEMPTS)).toEqual(attempts);
  });
});
