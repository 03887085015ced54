import fc from 'fast-check';
import type { Target } from './target';

/** When a run ends: after so many inputs, or after so long. */
export interface Budget {
  readonly inputs: number;
  readonly milliseconds: number;
  readonly seed: number;
}

/** What a run did. */
export interface FuzzResult {
  readonly target: string;
  /** Inputs that were tried. */
  readonly tried: number;
  /** What broke the promise, as small as it could be made; undefined where nothing did. */
  readonly broken: string | undefined;
}

/** Attacks one target within a budget. Rejects only where the target cannot be started. */
export async function runTarget(target: Target, budget: Budget): Promise<FuzzResult> {
  const { inputs, attempt, conclude, stop } = await target.start();
  let tried = 0;
  try {
    const property = fc.asyncProperty(inputs, async (input) => {
      tried += 1;
      await attempt(input);
    });
    const outcome = await fc.check(property, {
      numRuns: budget.inputs,
      seed: budget.seed,
      interruptAfterTimeLimit: budget.milliseconds,
      markInterruptAsFailure: false,
    });
    const broken = outcome.failed
      ? fc.stringify(outcome.counterexample) + describe(outcome.errorInstance)
      : await concluded(conclude);
    return { target: target.name, tried, broken };
  } finally {
    await stop?.();
  }
}

async function concluded(conclude: (() => void | Promise<void>) | undefined) {
  try {
    await conclude?.();
    return undefined;
  } catch (error) {
    return `in the end${describe(error)}`;
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? `: ${error.message}` : '';
}
