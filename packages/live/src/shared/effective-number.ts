/**
 * How many equally active sources would be as concentrated as these: 1 ÷ the sum of squared shares. Near 1 it is one
 * attacker; large, the traffic is spread. 0 for nothing. What is folded together counts as one, so it is a lower bound.
 */
export function effectiveNumber(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total <= 0) return 0;
  return 1 / counts.reduce((sum, count) => sum + (count / total) ** 2, 0);
}
