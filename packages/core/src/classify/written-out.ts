import { isStatus } from './read-status';
import { LOOKED_UP, type Reading } from './reading';
import { LINK, PARTICULAR, type Sight } from './sight';

/** Whatever an error may have. */
interface Properties {
  readonly [name: string]: unknown;
}

/**
 * Reads properties by their names in the code, for kinds of errors that are met again and again. An error that throws
 * at that is read property by property.
 */
export const WRITTEN_OUT: Reading = { code, name, constructorName, status, links, particulars };

function code(error: object): unknown {
  try {
    return (error as Properties)['code'];
  } catch {
    return undefined;
  }
}

function name(error: object): unknown {
  try {
    return (error as Properties)['name'];
  } catch {
    return undefined;
  }
}

function constructorName(error: object): string | undefined {
  try {
    const { constructor } = error;
    if (typeof constructor !== 'function') return undefined;
    const { name: given } = constructor as { name: unknown };
    return typeof given === 'string' ? given : undefined;
  } catch {
    return undefined;
  }
}

function status(error: object): number | undefined {
  const e = error as Properties;
  try {
    const direct = e['status'];
    if (isStatus(direct)) return direct;
    const spelledOut = e['statusCode'];
    return isStatus(spelledOut) ? spelledOut : undefined;
  } catch {
    return LOOKED_UP.status(error);
  }
}

function links(error: object): Sight {
  const e = error as Properties;
  try {
    return (
      (e['cause'] === undefined ? 0 : LINK.cause) |
      (e['inner'] === undefined ? 0 : LINK.inner) |
      (e['originalError'] === undefined ? 0 : LINK.originalError) |
      (e['error'] === undefined ? 0 : LINK.error) |
      (e['err'] === undefined ? 0 : LINK.err) |
      (e['oauthError'] === undefined ? 0 : LINK.oauthError) |
      (e['original'] === undefined ? 0 : LINK.original) |
      (e['parent'] === undefined ? 0 : LINK.parent) |
      (e['innerError'] === undefined ? 0 : LINK.innerError) |
      (e['suppressed'] === undefined ? 0 : LINK.suppressed) |
      (e['errors'] === undefined ? 0 : LINK.errors)
    );
  } catch {
    return LOOKED_UP.links(error);
  }
}

function particulars(error: object): Sight {
  const e = error as Properties;
  try {
    return (
      (e['error'] === undefined ? 0 : PARTICULAR.error) |
      (e['type'] === undefined ? 0 : PARTICULAR.type) |
      (e['reason'] === undefined ? 0 : PARTICULAR.reason) |
      (e['errorCode'] === undefined ? 0 : PARTICULAR.errorCode) |
      (e['body'] === undefined ? 0 : PARTICULAR.body) |
      (e['response'] === undefined ? 0 : PARTICULAR.response) |
      (e['data'] === undefined ? 0 : PARTICULAR.data) |
      (e['isEndpointUnavailable'] === undefined ? 0 : PARTICULAR.isEndpointUnavailable) |
      (e['$metadata'] === undefined ? 0 : PARTICULAR.$metadata) |
      (e['severity'] === undefined ? 0 : PARTICULAR.severity) |
      (e['details'] === undefined ? 0 : PARTICULAR.details) |
      (e['msBeforeNext'] === undefined ? 0 : PARTICULAR.msBeforeNext) |
      (e['_msBeforeNext'] === undefined ? 0 : PARTICULAR._msBeforeNext) |
      (e['headers'] === undefined ? 0 : PARTICULAR.headers) |
      (e['output'] === undefined ? 0 : PARTICULAR.output) |
      (e['res'] === undefined ? 0 : PARTICULAR.res)
    );
  } catch {
    return LOOKED_UP.particulars(error);
  }
}
