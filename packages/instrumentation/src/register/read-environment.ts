import { AuthmeterOptionError, type AuthMeterOptions, type HttpAuthOptions } from '@authmeter/core';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AuthInstrumentationConfig } from '../config';
import { readMetricsRequest, type MetricsRequest } from '../metrics/metrics-request';

/** The variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What the environment asks for. */
export interface RegisterSettings {
  readonly config: AuthInstrumentationConfig;
  /** Undefined when no metrics of the instrumentation's own are asked for. */
  readonly metrics: MetricsRequest | undefined;
}

type HttpOptions = HttpAuthOptions<IncomingMessage, ServerResponse>;
type Reader<Value> = (name: string, text: string) => Value;

const OWNER = '@authmeter/instrumentation/register';

const METER_VARIABLES: {
  readonly [Name in keyof AuthMeterOptions]?: readonly [string, Reader<AuthMeterOptions[Name]>];
} = {
  namespace: ['AUTHMETER_NAMESPACE', (_, text) => text],
  methods: ['AUTHMETER_METHODS', readList],
  limiters: ['AUTHMETER_LIMITERS', readList],
  providers: ['AUTHMETER_PROVIDERS', readList],
  policies: ['AUTHMETER_POLICIES', readList],
  userIdKey: ['AUTHMETER_USER_ID_KEY', (_, text) => text],
  maxSources: ['AUTHMETER_MAX_SOURCES', readNumber],
  maxAccounts: ['AUTHMETER_MAX_ACCOUNTS', readNumber],
};

const HTTP_VARIABLES: {
  readonly [Name in keyof HttpOptions]?: readonly [string, Reader<HttpOptions[Name]>];
} = {
  method: ['AUTHMETER_METHOD', (_, text) => text],
  operations: ['AUTHMETER_OPERATIONS', readOperations],
  trustedHops: ['AUTHMETER_TRUSTED_HOPS', readNumber],
  addressHeader: ['AUTHMETER_ADDRESS_HEADER', (_, text) => text as HttpOptions['addressHeader']],
  apiKeyHeaders: ['AUTHMETER_API_KEY_HEADERS', readList],
  sessionCookies: ['AUTHMETER_SESSION_COOKIES', readList],
};

const CONFIG_VARIABLES = {
  libraries: [
    'AUTHMETER_DISABLED_LIBRARIES',
    (name: string, text: string) =>
      Object.fromEntries(readList(name, text).map((library) => [library, false])),
  ],
  spans: ['AUTHMETER_SPANS', readBoolean],
} as const;

/**
 * Reads the variables that begin with `AUTHMETER_`; an empty one is none. The values are checked where they are used.
 *
 * @throws AuthmeterOptionError for a value that has not the form it needs.
 */
export function readEnvironment(environment: Environment): RegisterSettings {
  return {
    config: {
      ...readAll(environment, CONFIG_VARIABLES),
      http: readAll(environment, HTTP_VARIABLES),
      meterOptions: readAll(environment, METER_VARIABLES),
    },
    metrics: readMetricsRequest(environment),
  };
}

function readAll(
  environment: Environment,
  variables: Readonly<Record<string, readonly [string, Reader<unknown>] | undefined>>,
): Record<string, unknown> {
  const read = Object.entries(variables).flatMap(([option, variable]) => {
    const [name, reader] = variable ?? ['', undefined];
    const text = environment[name]?.trim() ?? '';
    return text === '' || reader === undefined ? [] : [[option, reader(name, text)] as const];
  });
  return Object.fromEntries(read);
}

function readList(_name: string, text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function readNumber(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value)) return value;
  throw new AuthmeterOptionError(OWNER, name, text, 'an integer');
}

function readBoolean(name: string, text: string): boolean {
  const word = text.toLowerCase();
  if (word === 'true' || word === 'false') return word === 'true';
  throw new AuthmeterOptionError(OWNER, name, text, 'true or false');
}

/** Routes and what they do: `POST /login=login, POST /logout=logout`. */
function readOperations(name: string, text: string): HttpOptions['operations'] {
  const routes = readList(name, text).map((entry) => {
    const place = entry.lastIndexOf('=');
    if (place > 0) return [entry.slice(0, place).trim(), entry.slice(place + 1).trim()] as const;
    throw new AuthmeterOptionError(OWNER, name, entry, 'routes such as "POST /login=login"');
  });
  return Object.fromEntries(routes) as HttpOptions['operations'];
}
