import { AUTH_OPERATIONS, type AuthOperation } from '../conventions';
import type { DeclaredOperation, Judgement, OperationDetails } from '../exchange/exchange-facts';
import { AuthmeterOptionError } from '../options/option-error';

/** What a route does, where its status alone would not tell. */
export interface RouteOperation<Request, Response> extends OperationDetails {
  readonly operation: AuthOperation;
  /** Judges an ended response: a redirect, a flag in the body. Undefined leaves it to the status. */
  readonly outcome?: (request: Request, response: Response) => Judgement | undefined;
}

/** Operations by route: `'POST /auth/login': 'login'`. A path may hold `:name` segments and end in `/*`. */
export type OperationRoutes<Request, Response> = Readonly<
  Record<string, AuthOperation | RouteOperation<Request, Response>>
>;

/** A declared operation with the host's own judgement of it. */
export interface MatchedOperation<Request, Response> extends DeclaredOperation {
  readonly outcome?: (request: Request, response: Response) => Judgement | undefined;
  /** The path as declared: the route template. */
  readonly route: string;
}

/** Finds the operation of a request. */
export type OperationMatcher<Request, Response> = (
  method: string,
  path: string,
) => MatchedOperation<Request, Response> | undefined;

const ROUTE = /^(ALL|GET|HEAD|POST|PUT|PATCH|DELETE) (\/(?:[^\s*]*\/)?\*|\/[^\s*]*)$/;

/**
 * Reads a route table once; looking up a literal path costs one Map access.
 *
 * @throws AuthmeterOptionError naming the route that cannot be used.
 */
export function compileOperations<Request, Response>(
  owner: string,
  routes: OperationRoutes<Request, Response> = {},
): OperationMatcher<Request, Response> {
  const literal = new Map<string, MatchedOperation<Request, Response>>();
  const patterns: { matches: RegExp; operation: MatchedOperation<Request, Response> }[] = [];
  for (const [key, given] of Object.entries(routes)) {
    const [, method, path] = ROUTE.exec(key) ?? [];
    if (method === undefined || path === undefined) {
      throw new AuthmeterOptionError(
        owner,
        'operations',
        key,
        'routes such as "POST /auth/login": a method in capitals or ALL, a space, a path; * only as its last segment',
      );
    }
    const declared = typeof given === 'string' ? { operation: given } : given;
    // A host without types can write anything here.
    const name = (declared as Partial<typeof declared> | null)?.operation;
    if (!(AUTH_OPERATIONS as readonly (string | undefined)[]).includes(name)) {
      throw new AuthmeterOptionError(
        owner,
        `operations["${key}"]`,
        name ?? given,
        AUTH_OPERATIONS.join(', '),
      );
    }
    const operation = { ...declared, route: path };
    if (path.includes(':') || path.endsWith('*') || method === 'ALL') {
      patterns.push({ matches: patternOf(method, normalizePath(path)), operation });
    } else literal.set(`${method} ${normalizePath(path)}`, operation);
  }
  if (literal.size + patterns.length === 0) return () => undefined;
  return (method, path) => {
    const target = `${method} ${normalizePath(path)}`;
    return literal.get(target) ?? patterns.find(({ matches }) => matches.test(target))?.operation;
  };
}

/** Routers take `/Login` and `/login/` for `/login`, unless they are told not to; so no spelling gets past. */
function normalizePath(path: string): string {
  const whole = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  return whole.toLowerCase();
}

function patternOf(method: string, path: string): RegExp {
  const source = path
    .replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/:\w+/g, '[^/]+')
    .replace(/\*$/, '.*');
  return new RegExp(`^${method === 'ALL' ? '[A-Z]+' : method} ${source}$`);
}
