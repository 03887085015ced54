import { METRIC_CATALOGUE, prometheusLabel } from '@authmeter/core/conventions';
import type { LabelMatcher, MatchOperator } from '../queries';
import { RenderOptionError } from './render-option-error';

const OPTION = 'selector';
const FORM = `matchers as in PromQL, without braces: env="prod", region=~"eu-.+"`;

/** One matcher; what follows it is a comma or the end. */
const MATCHER =
  /\s*([A-Za-z_][A-Za-z0-9_]*)\s*(=~|!~|!=|=)\s*(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)')\s*(,|$)/y;

/** Labels that alerts and rules set or sum away themselves. */
const OWN_LABELS: ReadonlySet<string> = new Set([
  ...METRIC_CATALOGUE.flatMap(({ attributes }) =>
    attributes.map(({ key }) => prometheusLabel(key)),
  ),
  'alertname',
  'alertstate',
  'instance',
  'le',
]);

/**
 * Reads the matchers that every query gets besides its own.
 * @throws RenderOptionError when it is no list of matchers, or names a label that the metrics have themselves
 */
export function parseSelector(text: unknown): readonly LabelMatcher[] {
  if (text === undefined) return [];
  if (typeof text !== 'string') throw new RenderOptionError(OPTION, text, FORM);
  const matchers: LabelMatcher[] = [];
  MATCHER.lastIndex = 0;
  while (MATCHER.lastIndex < text.trimEnd().length) {
    const found = MATCHER.exec(text);
    if (found === null) throw new RenderOptionError(OPTION, text, FORM);
    const [, label = '', operator, double, single] = found;
    if (OWN_LABELS.has(label) || label.startsWith('__')) {
      throw new RenderOptionError(OPTION, text, `${FORM}; not on "${label}", which rules use`);
    }
    const value = unescape(double ?? single ?? '');
    if (operator?.endsWith('~') === true && !isRegex(value)) {
      throw new RenderOptionError(OPTION, text, `${FORM}; "${value}" is no regular expression`);
    }
    matchers.push({ label, operator: operator as MatchOperator, value });
  }
  return matchers;
}

function unescape(text: string): string {
  return text.replaceAll(/\\(.)/g, (_, character: string) =>
    character === 'n' ? '\n' : character,
  );
}

/** A flag in front is Go's way to write one. */
function isRegex(text: string): boolean {
  try {
    new RegExp(text.replace(/^\(\?[imsU]+\)/, ''));
    return true;
  } catch {
    return false;
  }
}
