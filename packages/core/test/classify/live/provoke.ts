/** What a call throws or rejects with; fails if it does neither. */
export async function provoke(action: () => unknown): Promise<unknown> {
  try {
    await action();
  } catch (error) {
    return error;
  }
  throw new TypeError('expected a failure, got none');
}
