/** What most errors do not have. Properties written out are several times cheaper to read than listed ones. */
interface Particulars {
  readonly [name: string]: unknown;
}

/**
 * Whether an error might wrap another; false for most, without looking at each link by itself.
 * True for one that cannot be read, so that the careful way decides. Knows every key of `LINKS`.
 */
export function mayWrap(error: object): boolean {
  const e = error as Particulars;
  try {
    return (
      e['cause'] !== undefined ||
      e['inner'] !== undefined ||
      e['originalError'] !== undefined ||
      e['error'] !== undefined ||
      e['err'] !== undefined ||
      e['oauthError'] !== undefined ||
      e['original'] !== undefined ||
      e['parent'] !== undefined ||
      e['innerError'] !== undefined ||
      e['suppressed'] !== undefined ||
      e['errors'] !== undefined
    );
  } catch {
    return true;
  }
}

/**
 * Whether an error might say more than its code, name, message and status do. True for one that
 * cannot be read. Knows every property that the shapes and the hidden identifiers start from.
 */
export function mayHaveParticulars(error: object): boolean {
  const e = error as Particulars;
  try {
    return (
      e['error'] !== undefined ||
      e['type'] !== undefined ||
      e['reason'] !== undefined ||
      e['errorCode'] !== undefined ||
      e['body'] !== undefined ||
      e['response'] !== undefined ||
      e['data'] !== undefined ||
      e['isEndpointUnavailable'] !== undefined ||
      e['$metadata'] !== undefined ||
      e['severity'] !== undefined ||
      e['details'] !== undefined ||
      e['msBeforeNext'] !== undefined ||
      e['_msBeforeNext'] !== undefined ||
      e['headers'] !== undefined ||
      e['output'] !== undefined ||
      e['res'] !== undefined
    );
  } catch {
    return true;
  }
}
