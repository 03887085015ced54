const SHOWN_CHARACTERS = 60;

/** Thrown for an option that cannot be used. Says which, what was given and what is allowed. */
export class RenderOptionError extends TypeError {
  readonly code = 'ERR_AUTHMETER_OPTION';
  override readonly name = 'RenderOptionError';

  /**
   * @param given The value; shown shortened.
   * @param allowed What would have been accepted, in words.
   */
  constructor(
    readonly option: string,
    given: unknown,
    allowed: string,
  ) {
    super(`option "${option}" is ${describeValue(given)}; allowed: ${allowed}`);
  }
}

function describeValue(value: unknown): string {
  if (typeof value === 'string') {
    const shown = value.length > SHOWN_CHARACTERS ? `${value.slice(0, SHOWN_CHARACTERS)}…` : value;
    return JSON.stringify(shown);
  }
  if (typeof value === 'object' && value !== null) {
    return Array.isArray(value) ? `an array of ${value.length}` : 'an object';
  }
  return typeof value === 'function' ? 'a function' : String(value);
}
