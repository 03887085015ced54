import type { AuthErrorType } from '../../conventions';
import type { Clue, ClueTable } from '../clue';
import { readText } from '../safe-read';

const UNREACHABLE: Clue = { errorType: 'dependency_error' };
const BUG: Clue = { errorType: 'internal_error' };

/** The same code for a missing key file and a missing socket; the system call tells them apart. */
const FILE_OR_SOCKET: Clue = {
  refine: (error): AuthErrorType => {
    const call = readText(error, 'syscall');
    return call === 'open' || call === 'stat' || call === 'scandir' || call === 'listen'
      ? 'configuration_error'
      : 'dependency_error';
  },
};

/** Node's own codes, undici's and axios's; all of them arise on the server. */
export const NODE_CLUES: ClueTable = {
  ECONNREFUSED: UNREACHABLE,
  ECONNRESET: UNREACHABLE,
  ECONNABORTED: UNREACHABLE,
  ETIMEDOUT: UNREACHABLE,
  ESOCKETTIMEDOUT: UNREACHABLE,
  ENOTFOUND: UNREACHABLE,
  EAI_AGAIN: UNREACHABLE,
  EAI_FAIL: UNREACHABLE,
  EAI_NODATA: UNREACHABLE,
  EHOSTUNREACH: UNREACHABLE,
  EHOSTDOWN: UNREACHABLE,
  ENETUNREACH: UNREACHABLE,
  ENETDOWN: UNREACHABLE,
  EPIPE: UNREACHABLE,
  EPROTO: UNREACHABLE,
  ENODATA: UNREACHABLE,
  ECONNECTION: UNREACHABLE,
  ESOCKET: UNREACHABLE,
  EDNS: UNREACHABLE,
  EAUTH: { errorType: 'configuration_error' },
  ESERVFAIL: UNREACHABLE,
  EMFILE: UNREACHABLE,
  ENOSPC: UNREACHABLE,
  ENOENT: FILE_OR_SOCKET,
  EACCES: FILE_OR_SOCKET,
  EPERM: FILE_OR_SOCKET,
  EISDIR: { errorType: 'configuration_error' },
  ENOTDIR: { errorType: 'configuration_error' },
  EADDRINUSE: { errorType: 'configuration_error' },
  MODULE_NOT_FOUND: { errorType: 'configuration_error' },
  ERR_MODULE_NOT_FOUND: { errorType: 'configuration_error' },
  CERT_HAS_EXPIRED: UNREACHABLE,
  CERT_NOT_YET_VALID: UNREACHABLE,
  CERT_SIGNATURE_FAILURE: UNREACHABLE,
  CERT_REVOKED: UNREACHABLE,
  CERT_REJECTED: UNREACHABLE,
  CERT_UNTRUSTED: UNREACHABLE,
  DEPTH_ZERO_SELF_SIGNED_CERT: UNREACHABLE,
  SELF_SIGNED_CERT_IN_CHAIN: UNREACHABLE,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNREACHABLE,
  UNABLE_TO_GET_ISSUER_CERT: UNREACHABLE,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNREACHABLE,
  HOSTNAME_MISMATCH: UNREACHABLE,
  ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH: 'invalid_credentials',
  ERR_INVALID_ARG_TYPE: BUG,
  ERR_INVALID_ARG_VALUE: { errorType: 'configuration_error' },
  ERR_INVALID_URL: { errorType: 'configuration_error' },
  ERR_ASSERTION: {
    messages: [
      ['missing secret', 'configuration_error'],
      ['missing options', 'configuration_error'],
    ],
    errorType: 'internal_error',
  },
  ERR_HTTP_HEADERS_SENT: BUG,
  // axios for any 4xx; an OAuth code in the body says more.
  ERR_BAD_REQUEST: { errorType: 'dependency_error', isWeak: true },
  ERR_BAD_RESPONSE: UNREACHABLE,
  ERR_NETWORK: UNREACHABLE,
  ERR_CANCELED: { errorType: 'unknown', isWeak: true },
  ERR_NON_2XX_3XX_RESPONSE: UNREACHABLE,
  ERR_BODY_PARSE_FAILURE: UNREACHABLE,
  InvalidArg: BUG,

  TypeError: {},
  SyntaxError: {},
  RangeError: {},
  ReferenceError: BUG,
  EvalError: BUG,
  URIError: { errorType: 'invalid_format', isWeak: true },
  AssertionError: BUG,
  AggregateError: {},
  SuppressedError: {},
  DOMException: {},
  AbortError: { errorType: 'unknown', isWeak: true },
  TimeoutError: UNREACHABLE,
  HTTPError: UNREACHABLE,
  RequestError: UNREACHABLE,
  NetworkError: UNREACHABLE,
  AxiosError: { errorType: 'dependency_error', isWeak: true },
};

/** Families of codes too large to list. Sources: Node's errors page, OpenSSL, undici, Fastify, MySQL, SQLite, Prisma. */
export const CODE_PREFIXES: readonly (readonly [prefix: string, clue: Clue])[] = [
  ['UND_ERR_INVALID_ARG', { errorType: 'internal_error' }],
  ['UND_ERR_ABORTED', { errorType: 'unknown', isWeak: true }],
  ['UND_ERR_', UNREACHABLE],
  ['ERR_TLS_', UNREACHABLE],
  ['ERR_SSL_', UNREACHABLE],
  ['ERR_SOCKET_', UNREACHABLE],
  ['ERR_HTTP2_', UNREACHABLE],
  ['ERR_STREAM_', { errorType: 'internal_error', isWeak: true }],
  ['ERR_OSSL_', { errorType: 'configuration_error' }],
  ['ERR_CRYPTO_', { errorType: 'configuration_error' }],
  ['ERR_ERL_', { errorType: 'configuration_error' }],
  ['FST_ERR_CTP_', { errorType: 'invalid_format' }],
  ['FST_ERR_', { errorType: 'internal_error', isWeak: true }],
  ['ER_ACCESS_DENIED', { errorType: 'configuration_error' }],
  ['ER_DBACCESS_DENIED', { errorType: 'configuration_error' }],
  ['ER_BAD_', { errorType: 'configuration_error' }],
  ['ER_NO_SUCH_TABLE', { errorType: 'configuration_error' }],
  ['ER_DUP_ENTRY', { errorType: 'unknown', isWeak: true }],
  ['ER_', UNREACHABLE],
  ['PROTOCOL_', UNREACHABLE],
  ['SQLITE_CONSTRAINT', { errorType: 'unknown', isWeak: true }],
  ['SQLITE_AUTH', { errorType: 'configuration_error' }],
  ['SQLITE_', UNREACHABLE],
  ['P1000', { errorType: 'configuration_error' }],
  ['P1003', { errorType: 'configuration_error' }],
  ['P1010', { errorType: 'configuration_error' }],
  ['P1012', { errorType: 'configuration_error' }],
  ['P100', UNREACHABLE],
  ['P101', UNREACHABLE],
  ['P2024', UNREACHABLE],
  ['P2021', { errorType: 'configuration_error' }],
  ['P2022', { errorType: 'configuration_error' }],
];
