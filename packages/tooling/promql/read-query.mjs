import { parser } from '@prometheus-io/lezer-promql';

/**
 * One comparison of a label.
 * @typedef {object} Matcher
 * @property {string} label
 * @property {string} operator `=`, `!=`, `=~` or `!~`
 * @property {string} value without its quotes
 */

/**
 * What a query asks for.
 * @typedef {object} QueryFacts
 * @property {number | undefined} errorAt characters from the start to what does not parse
 * @property {{ series: string | undefined, matchers: Matcher[], at: number }[]} selections in order
 * @property {{ label: string, from: number, to: number }[]} groupings labels that results are grouped or joined by,
 *   each with the part of the query that they belong to
 */

const LITERAL = /^(['"`])([^]*)\1$/;
/** What a list of labels belongs to: the aggregation, or both sides of an operator. */
const GROUPED = new Set(['AggregateExpr', 'BinaryExpr']);

/**
 * Reads series, matchers and grouping labels out of a PromQL query. Reads on behind an error.
 * @param {string} query
 * @returns {QueryFacts}
 */
export function readQuery(query) {
  /** @type {QueryFacts} */
  const facts = { errorAt: undefined, selections: [], groupings: [] };
  parser.parse(query).iterate({
    enter: ({ type, from, to, node }) => {
      const text = query.slice(from, to);
      if (type.isError) facts.errorAt ??= from;
      else if (type.name === 'VectorSelector') {
        const name = node.getChild('Identifier');
        const series = name === null ? undefined : query.slice(name.from, name.to);
        facts.selections.push({ series, matchers: [], at: from });
      } else if (type.name === 'UnquotedLabelMatcher') {
        const [label, operator, literal] = ['LabelName', 'MatchOp', 'StringLiteral'].map((part) => {
          const child = node.getChild(part);
          return child === null ? '' : query.slice(child.from, child.to);
        });
        const value = LITERAL.exec(literal ?? '')?.[2] ?? '';
        facts.selections
          .at(-1)
          ?.matchers.push({ label: label ?? '', operator: operator ?? '', value });
      } else if (type.name === 'LabelName' && node.parent?.name === 'GroupingLabels') {
        let owner = node.parent.parent;
        while (owner !== null && !GROUPED.has(owner.name)) owner = owner.parent;
        facts.groupings.push({
          label: text,
          from: owner?.from ?? 0,
          to: owner?.to ?? query.length,
        });
      }
    },
  });
  return facts;
}
