/** How a label is compared with a value; `=~` and `!~` take a regular expression that matches it whole. */
export type MatchOperator = '=' | '!=' | '=~' | '!~';

/** One condition on the labels of a series. */
export interface LabelMatcher {
  /** Prometheus label. */
  readonly label: string;
  readonly operator: MatchOperator;
  /** As Prometheus sees it, without quotes; in a dashboard it may hold a variable. */
  readonly value: string;
}

/** As PromQL: `env="prod"`. */
export function renderMatcher({ label, operator, value }: LabelMatcher): string {
  return `${label}${operator}${quote(value)}`;
}

/** A string of PromQL. */
export function quote(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', String.raw`\n`);
  return `"${escaped}"`;
}

/** The matcher for a label that is one of some literal values, or none of them. */
export function matchValues(
  label: string,
  values: readonly string[],
  isExcluding = false,
): LabelMatcher {
  const [only, ...others] = values;
  if (only !== undefined && others.length === 0) {
    return { label, operator: isExcluding ? '!=' : '=', value: only };
  }
  return { label, operator: isExcluding ? '!~' : '=~', value: values.map(escapeRegex).join('|') };
}

function escapeRegex(literal: string): string {
  return literal.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
