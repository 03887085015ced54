import type { IncomingMessage, ServerResponse } from 'node:http';
import { SYSTEM_CLOCK } from '@authmeter/core';
import { loadAsset, type AssetName } from './assets';
import { DataAnswers } from './data-answers';
import { feedPositionOf } from './feed-position';
import { createGate, type GateOptions } from './gate';
import type { PageSource } from './page-source';
import { RequestBudget } from './request-budget';
import { withSlash, type Route } from './routes';
import { send, textAnswer, type Answer } from './send';

const DATA_REQUESTS_PER_SECOND = 20;
const READING_METHODS: readonly (string | undefined)[] = ['GET', 'HEAD'];

/** A request that lies below the mount. */
export interface PageRequest {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** What `authorize` is asked about. */
  readonly subject: unknown;
  readonly route: Route;
  /** The whole path, without the query. */
  readonly path: string;
}

/** Serves the page: three files and the data. */
export class PageServer {
  private readonly judge;
  private readonly answers = new DataAnswers();
  private readonly budget = new RequestBudget(DATA_REQUESTS_PER_SECOND, () =>
    SYSTEM_CLOCK.monotonicMilliseconds(),
  );

  constructor(
    private readonly source: PageSource,
    gate: GateOptions,
  ) {
    this.judge = createGate(gate);
  }

  /** Answers. Never rejects. */
  async serve(asked: PageRequest): Promise<void> {
    const { request, response } = asked;
    try {
      send(request, response, await this.answer(asked));
    } catch {
      send(request, response, textAnswer(500, 'The page could not be served\n'));
    }
  }

  private async answer({ request, subject, route, path }: PageRequest): Promise<Answer> {
    const refusal = await this.judge(request, subject, route === 'page' || route === 'redirect');
    if (refusal !== undefined) return textAnswer(refusal.status, refusal.text);
    if (!READING_METHODS.includes(request.method)) {
      return textAnswer(405, 'Only GET and HEAD\n', { Allow: 'GET, HEAD' });
    }
    switch (route) {
      case 'nothing':
        return textAnswer(404, 'Not found\n');
      case 'redirect':
        return textAnswer(308, '', { Location: withSlash(path) });
      case 'data':
        return this.data(request);
      case 'page':
      case 'script':
      case 'style':
        return asset(route, request);
    }
  }

  private async data(request: IncomingMessage): Promise<Answer> {
    if (!this.budget.spend()) return textAnswer(429, 'Too many requests\n', { 'Retry-After': '1' });
    const { searchParams } = new URL(request.url ?? '', 'http://localhost');
    const found = await this.source.feed(searchParams);
    const { feed } = found;
    const position = feedPositionOf(searchParams);
    const headers = { 'Cache-Control': 'no-store', ETag: this.answers.etagOf(feed) };
    if (request.headers['if-none-match'] === headers.ETag) return { status: 304, headers };
    const { body, compressed } = await this.answers.answer(found, position);
    const contentType = { 'Content-Type': 'application/json; charset=utf-8' };
    return { status: 200, headers: { ...headers, ...contentType }, body, compressed };
  }
}

async function asset(name: AssetName, request: IncomingMessage): Promise<Answer> {
  const { contentType, body, compressed, etag } = await loadAsset(name);
  const headers = { 'Cache-Control': 'no-cache', ETag: etag };
  if (request.headers['if-none-match'] === etag) return { status: 304, headers };
  return { status: 200, headers: { ...headers, 'Content-Type': contentType }, body, compressed };
}
