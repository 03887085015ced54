/** Longest piece of a given value that an error message repeats. */
const SHOWN_CHARACTERS = 60;

/** Thrown at set-up for an option that cannot be used. Says which, what was given and what is allowed. */
export class AuthmeterOptionError extends TypeError {
  readonly code = 'ERR_AUTHMETER_OPTION';
  override readonly name = 'AuthmeterOptionError';

  /**
   * @param owner The function that was given the option, for example `createAuthMeter`.
   * @param given The value; shown shortened.
   * @param allowed What would have been accepted, in words.
   * @param isSecret Whether the value may be a secret: then only its type is shown.
   */
  constructor(
    readonly owner: string,
    readonly option: string,
    given: unknown,
    allowed: string,
    isSecret = false,
  ) {
    const shown = isSecret ? `a value of type ${typeof given}` : describeValue(given);
    super(`${owner}: option "${option}" is ${shown}; allowed: ${allowed}`);
  }
}

/** A short, safe description of any value. Never throws. */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') {
    const shown = value.length > SHOWN_CHARACTERS ? `${value.slice(0, SHOWN_CHARACTERS)}…` : value;
    return JSON.stringify(shown);
  }
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'object' && value !== null) {
    return describeObject(value);
  }
  return String(value);
}

function describeObject(value: object): string {
  try {
    return Array.isArray(value) ? `an array of ${String(value.length)}` : 'an object';
  } catch {
    return 'an object that cannot be read';
  }
}
