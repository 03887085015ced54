import { EXPIRED, SECRET, tokenWith, VALID } from '@authmeter/adapter-contract';
import { context, trace, type Context, type Span } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  InMemorySpanExporter,
  SimpleSpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import express from 'express';
import jsonwebtoken from 'jsonwebtoken';
import { get, observeZeroCode, serve } from '../observe-zero-code';
import { patched } from '../patched';

const jwt = patched('jsonwebtoken', jsonwebtoken);
const exporter = new InMemorySpanExporter();
const tracer = new TracerProvider({
  spanProcessors: [new SimpleSpanProcessor({ exporter })],
}).getTracer('test');
const expired = tokenWith({ exp: 1 });

/** A guard that says nothing of why it refuses. */
const app = express();
app.get('/', (request, response) => {
  try {
    jwt.verify(request.headers.authorization?.split(' ')[1] ?? '', SECRET);
    response.send('served');
  } catch {
    response.sendStatus(401);
  }
});
app.get('/guest', (request, response) => {
  try {
    jwt.verify(request.headers.authorization?.split(' ')[1] ?? '', SECRET);
  } catch {
    // A guest.
  }
  response.send('served');
});

/** Serves each request inside a span that ends when its response has closed, as the HTTP instrumentation does. */
async function spansOf(headers: Record<string, string>, path = '/', config = {}) {
  exporter.reset();
  await observeZeroCode(
    () =>
      serve(
        (request, response) => {
          const span = tracer.startSpan('request');
          response.on('close', () => {
            span.end();
          });
          context.with(trace.setSpan(context.active(), span), () => {
            app(request, response);
          });
        },
        get(headers, path),
      ),
    { config },
  );
  return exporter.getFinishedSpans().map(({ attributes }) => attributes);
}

describe('the span of a request', () => {
  beforeAll(() => {
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  });
  afterAll(() => {
    context.disable();
  });

  it('is told that authentication went well', async () => {
    expect(await spansOf(VALID)).toEqual([{ 'auth.outcome': 'success' }]);
  });

  it('is told why it failed, in words of closed lists and no others', async () => {
    expect(await spansOf(EXPIRED)).toEqual([
      {
        'auth.outcome': 'failure',
        'error.type': 'expired_token',
        'auth.reason': 'expired_token',
      },
    ]);
  });

  it('is told nothing of a guest, whatever token came along', async () => {
    expect(await spansOf(EXPIRED, '/guest')).toEqual([{}]);
  });

  it('is told nothing when that is switched off', async () => {
    expect(await spansOf(EXPIRED, '/', { spans: false })).toEqual([{}]);
  });
});

describe('a span outside of any request', () => {
  const inside = async (span: Span, token = expired, ended = false) => {
    const active: Context = trace.setSpan(context.active(), span);
    if (ended) span.end();
    await observeZeroCode(() => {
      context.with(active, () => {
        try {
          jwt.verify(token, SECRET);
        } catch {
          // Refused.
        }
      });
    });
    span.end();
    return exporter.getFinishedSpans().map(({ attributes }) => attributes);
  };

  beforeAll(() => {
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  });
  beforeEach(() => {
    exporter.reset();
  });
  afterAll(() => {
    context.disable();
  });

  it('is told of a token that is verified in it', async () => {
    expect(await inside(tracer.startSpan('message'))).toEqual([
      {
        'auth.outcome': 'failure',
        'error.type': 'expired_token',
        'auth.reason': 'expired_token',
      },
    ]);
  });

  it('is told of a good token too', async () => {
    expect(await inside(tracer.startSpan('message'), tokenWith({}))).toEqual([
      { 'auth.outcome': 'success' },
    ]);
  });

  it('is left alone once it has ended', async () => {
    expect(await inside(tracer.startSpan('message'), expired, true)).toEqual([{}]);
  });
});
