/** Where libraries put what they caught, most usual first, and the list of an AggregateError: one bit each. */
export const LINK = {
  cause: 1 << 0,
  inner: 1 << 1,
  originalError: 1 << 2,
  error: 1 << 3,
  err: 1 << 4,
  oauthError: 1 << 5,
  original: 1 << 6,
  parent: 1 << 7,
  innerError: 1 << 8,
  suppressed: 1 << 9,
  errors: 1 << 10,
} as const;

/** From what else than code, name, message and status an error may be explained: one bit each. */
export const PARTICULAR = {
  error: 1 << 0,
  type: 1 << 1,
  reason: 1 << 2,
  errorCode: 1 << 3,
  body: 1 << 4,
  response: 1 << 5,
  data: 1 << 6,
  isEndpointUnavailable: 1 << 7,
  $metadata: 1 << 8,
  severity: 1 << 9,
  details: 1 << 10,
  msBeforeNext: 1 << 11,
  _msBeforeNext: 1 << 12,
  headers: 1 << 13,
  output: 1 << 14,
  res: 1 << 15,
} as const;

/** The bits of the properties that an error has. Most errors have none. */
export type Sight = number;

/** A property and its bit. */
export interface Mark {
  readonly name: string;
  readonly bit: Sight;
}

/** Properties with their bits as a list to go through. */
export function listMarks(bits: Readonly<Record<string, Sight>>): readonly Mark[] {
  return Object.entries(bits).map(([name, bit]) => ({ name, bit }));
}
