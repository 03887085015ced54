/** What is used of a context that Better Auth hands to an endpoint or a hook. */
export interface EndpointContext {
  readonly path: string;
  readonly request: Request;
  readonly setStatus: (status: number) => void;
  readonly redirect: (url: string) => Error;
}

/** What a host that writes a plugin uses of `better-auth/api`. */
export interface BetterAuthApi {
  readonly APIError: new (status: string | number, body: object) => Error;
  readonly createAuthEndpoint: (
    path: string,
    options: { readonly method: string },
    handler: (ctx: EndpointContext) => Promise<object>,
  ) => object;
  readonly createAuthMiddleware: (handler: (ctx: EndpointContext) => Promise<void>) => never;
  readonly getSessionFromCtx: (ctx: EndpointContext) => Promise<object | null>;
}

/** Its own types say more than a host needs. */
export async function loadBetterAuthApi(): Promise<BetterAuthApi> {
  return (await import('better-auth/api')) as unknown as BetterAuthApi;
}
