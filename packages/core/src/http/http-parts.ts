import type { VerdictFacts } from '../exchange/exchange-facts';
import type { HttpRequest, HttpResponse } from './http-messages';

/** What an adapter adds to the plain HTTP messages. */
export interface HttpParts<Request, Response> {
  /** The framework's own request and response, as the host's callbacks receive them. */
  readonly request: Request;
  readonly response: Response;
  /** What is read of the request. */
  readonly message: HttpRequest & object;
  /** Node's request, which identifies the exchange. Default: `message`. */
  readonly key?: object;
  /** Node's response, whose end settles the exchange. */
  readonly answer: HttpResponse;
  /** Whom the framework's auth libraries say was served. */
  readonly identity: () => VerdictFacts | undefined;
}
