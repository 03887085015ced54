import type { LibraryPatch } from '../patching/library-patch';
import { observeReturn, observeStep, type ReadIssuer } from './oauth-steps';

const LIBRARY = 'openid-client';

/** What is read of the configuration that every function takes first. */
interface Configuration {
  serverMetadata(): { readonly issuer?: string };
}

const issuerOfConfiguration: ReadIssuer = ({ parameters }) =>
  (parameters[0] as Configuration).serverMetadata().issuer;

/** What is read of a client. */
interface Client {
  readonly issuer?: { readonly issuer?: string };
}

const issuerOfClient: ReadIssuer = ({ client }) => (client as Client).issuer?.issuer;

const start = observeStep('start', issuerOfConfiguration);

/** The steps of a sign-in, as functions. */
export const OPENID_CLIENT: LibraryPatch = {
  library: LIBRARY,
  supported: ['>=6.1.1 <7'],
  functions: {
    buildAuthorizationUrl: start,
    buildAuthorizationUrlWithJAR: start,
    buildAuthorizationUrlWithPAR: start,
    authorizationCodeGrant: observeReturn(() => true, issuerOfConfiguration),
    refreshTokenGrant: observeStep('refresh', issuerOfConfiguration),
    fetchUserInfo: observeStep('userinfo', issuerOfConfiguration),
  },
};

const comeBack = observeReturn(
  ({ parameters }) =>
    (parameters[1] as { readonly code?: unknown } | undefined)?.code !== undefined,
  issuerOfClient,
);

/** The steps of a sign-in, as methods of a client, whose class only an inner file shows. */
export const OPENID_CLIENT_5: LibraryPatch = {
  library: LIBRARY,
  supported: ['>=5.0.0 <6'],
  file: 'lib/client.js',
  methods: {
    BaseClient: {
      authorizationUrl: observeStep('start', issuerOfClient),
      callback: comeBack,
      oauthCallback: comeBack,
      refresh: observeStep('refresh', issuerOfClient),
      userinfo: observeStep('userinfo', issuerOfClient),
    },
  },
};
