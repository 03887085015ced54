import type { Arbitrary } from 'fast-check';

/** Something that reads what others wrote, and what must hold whatever they write. */
export interface Target<Input = unknown> {
  readonly name: string;
  /** What must hold, in a sentence. */
  readonly promise: string;
  /** Starts what is attacked; a server, or nothing. */
  start(): Promise<Attack<Input>>;
}

/** A target that is up. */
export interface Attack<Input = unknown> {
  readonly inputs: Arbitrary<Input>;
  /** Throws, or rejects, where the promise is broken. */
  readonly attempt: (input: Input) => void | Promise<void>;
  /** Looks at the whole when all inputs were tried; throws where the promise is broken. */
  readonly conclude?: () => void | Promise<void>;
  readonly stop?: () => Promise<void>;
}

/** Keeps the type of the input between a target's inputs and its attempts. */
export function defineTarget<Input>(target: Target<Input>): Target {
  return target as Target;
}
