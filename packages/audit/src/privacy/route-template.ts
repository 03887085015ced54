/** Longer texts are no route template of anybody. */
const LONGEST_ROUTE = 256;

/** A parameter or a wildcard of a router: `:id`, `{id}`, `[id]`, `*`, `(.*)`. */
const PARAMETER = /^(?::\w{1,40}[?*+]?|\{[\w*]{1,40}\}|\[[\w.]{1,40}\]|\(\.\*\)|\*\w{0,40}|)$/;

/** A word that a developer wrote: letters first, few digits. An id, a number, a token or an address is none. */
const WORD = /^\.?[A-Za-z][A-Za-z\d_.~-]{0,31}$/;
const THREE_DIGITS = /\d\D*\d\D*\d/;

/** Where a query or a fragment begins. */
const QUERY = /[?#]/;

/** What stands for a segment that may be somebody's. */
const HIDDEN_SEGMENT = ':value';

/** Routes of a service are few; where paths come instead, what is remembered is forgotten again. */
const MOST_REMEMBERED = 256;
const remembered = new Map<string, string>();

/**
 * The route as it may leave the process. Hosts are asked for the template; where one passes the path all the same, what
 * looks like an id, a token or an address in it is hidden. Undefined for what is no route.
 */
export function routeTemplate(route: unknown): string | undefined {
  if (typeof route !== 'string' || route.length > LONGEST_ROUTE) return undefined;
  const known = remembered.get(route);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const template = hideValues(route);
  // A copy: a cut string would keep a whole request alive.
  remembered.set(Buffer.from(route).toString(), template);
  return template;
}

function hideValues(route: string): string {
  const segments: string[] = [];
  for (const segment of route.split('/')) {
    const end = PARAMETER.test(segment) ? -1 : segment.search(QUERY);
    const path = end === -1 ? segment : segment.slice(0, end);
    segments.push(isWritten(path) ? path : HIDDEN_SEGMENT);
    if (end !== -1) break;
  }
  return segments.join('/');
}

function isWritten(segment: string): boolean {
  return PARAMETER.test(segment) || (WORD.test(segment) && !THREE_DIGITS.test(segment));
}
