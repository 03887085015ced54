/**
 * A property of what a host gave to a library; undefined where there is none, and where reading it throws: what the
 * library makes of that is between the two of them.
 */
export function readProperty(owner: unknown, name: string): unknown {
  try {
    return (owner as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  } catch {
    return undefined;
  }
}

/** The same, where it has to be a text that is not empty. */
export function readText(owner: unknown, name: string): string | undefined {
  const value = readProperty(owner, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
