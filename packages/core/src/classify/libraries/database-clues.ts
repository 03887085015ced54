import type { AuthErrorType } from '../../conventions';
import { matchPrefix, type Clue, type ClueTable, type MessagePrefix } from '../clue';
import { readField, readText } from '../safe-read';

const UNREACHABLE: Clue = { errorType: 'dependency_error' };
const OPERATOR: Clue = { errorType: 'configuration_error' };

/** Redis puts a word of its own in front of every refusal. The credentials in question are the service's. */
const REDIS_MESSAGES: readonly MessagePrefix[] = [
  ['NOAUTH', 'configuration_error'],
  ['WRONGPASS', 'configuration_error'],
  ['NOPERM', 'configuration_error'],
  ['ERR invalid password', 'configuration_error'],
  ['ERR AUTH', 'configuration_error'],
  ['ERR Client sent AUTH', 'configuration_error'],
  ['ERR unknown command', 'configuration_error'],
  ['WRONGTYPE', 'internal_error'],
  ['NOSCRIPT', 'internal_error'],
];

/** Failures of a replying Redis come under several names, depending on client and version. */
const REDIS_REPLY: Clue = { messages: REDIS_MESSAGES, errorType: 'dependency_error' };

/** MongoDB's numeric codes: 13 unauthorized, 18 authentication failed, 11000 duplicate key. */
const MONGO_TYPE_BY_CODE: ReadonlyMap<unknown, AuthErrorType> = new Map([
  [13, 'configuration_error'],
  [18, 'configuration_error'],
  [8000, 'configuration_error'],
  [11000, 'unknown'],
]);

const MONGO_REPLY: Clue = {
  refine: (error) => MONGO_TYPE_BY_CODE.get(readField(error, 'code')),
  errorType: 'dependency_error',
};

/** Stores and their clients; a caller can bring about none of these. */
export const DATABASE_CLUES: ClueTable = {
  ReplyError: REDIS_REPLY,
  ErrorReply: REDIS_REPLY,
  SimpleError: REDIS_REPLY,
  BlobError: REDIS_REPLY,
  MaxRetriesPerRequestError: UNREACHABLE,
  ClusterAllFailedError: UNREACHABLE,
  ConnectionTimeoutError: UNREACHABLE,
  SocketTimeoutError: UNREACHABLE,
  ClientClosedError: UNREACHABLE,
  ClientOfflineError: UNREACHABLE,
  DisconnectsClientError: UNREACHABLE,
  SocketClosedUnexpectedlyError: UNREACHABLE,
  RootNodesUnavailableError: UNREACHABLE,
  ReconnectStrategyError: UNREACHABLE,
  NR_CLOSED: UNREACHABLE,
  CONNECTION_BROKEN: UNREACHABLE,
  UNCERTAIN_STATE: UNREACHABLE,
  NOAUTH: OPERATOR,
  WRONGPASS: OPERATOR,

  MongoServerError: MONGO_REPLY,
  MongoError: MONGO_REPLY,
  MongoNetworkError: UNREACHABLE,
  MongoNetworkTimeoutError: UNREACHABLE,
  MongoServerSelectionError: UNREACHABLE,
  MongooseServerSelectionError: UNREACHABLE,
  MongoNotConnectedError: UNREACHABLE,
  MongoTopologyClosedError: UNREACHABLE,
  MongoPoolClearedError: UNREACHABLE,
  MongoParseError: OPERATOR,
  MongoMissingCredentialsError: OPERATOR,
  MongoInvalidArgumentError: 'internal_error',

  SequelizeConnectionError: UNREACHABLE,
  SequelizeConnectionRefusedError: UNREACHABLE,
  SequelizeHostNotFoundError: UNREACHABLE,
  SequelizeConnectionTimedOutError: UNREACHABLE,
  SequelizeAccessDeniedError: OPERATOR,
  SequelizeDatabaseError: { errorType: 'dependency_error', isWeak: true },
  SequelizeUniqueConstraintError: { errorType: 'unknown' },
  KnexTimeoutError: UNREACHABLE,
  QueryFailedError: { errorType: 'dependency_error', isWeak: true },
  EntityNotFoundError: { errorType: 'user_not_found', isWeak: true },
  PrismaClientInitializationError: UNREACHABLE,
  PrismaClientRustPanicError: UNREACHABLE,
  PrismaClientUnknownRequestError: UNREACHABLE,
  PrismaClientValidationError: 'internal_error',
};

/** PostgreSQL's classes of SQLSTATE. Source: PostgreSQL manual, appendix A. */
const SQLSTATE_CLASSES: readonly MessagePrefix[] = [
  ['28', 'configuration_error'],
  ['3D', 'configuration_error'],
  ['3F', 'configuration_error'],
  ['425', 'configuration_error'],
  ['42P01', 'configuration_error'],
  ['42703', 'configuration_error'],
  ['42', 'internal_error'],
  ['22', 'internal_error'],
  ['23', 'unknown'],
  ['08', 'dependency_error'],
  ['25', 'dependency_error'],
  ['40', 'dependency_error'],
  ['53', 'dependency_error'],
  ['54', 'dependency_error'],
  ['55', 'dependency_error'],
  ['57', 'dependency_error'],
  ['58', 'dependency_error'],
  ['XX', 'dependency_error'],
];

const SQLSTATE_SEVERITIES: ReadonlySet<unknown> = new Set(['ERROR', 'FATAL', 'PANIC']);

/** A PostgreSQL server's refusal: five characters of code beside a severity. Undefined for all else. */
export function readSqlState(error: object): AuthErrorType | undefined {
  const code = readText(error, 'code');
  if (code?.length !== 5 || !SQLSTATE_SEVERITIES.has(readField(error, 'severity'))) {
    return undefined;
  }
  return matchPrefix(code, SQLSTATE_CLASSES);
}
