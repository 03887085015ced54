import type { Frame } from '../data/frame';
import { element, setAttribute, setShown, setText } from '../dom/element';
import { KeyedList } from '../dom/keyed-list';
import { formatCount, plural } from '../format/numbers';
import { formatSpan } from '../format/times';
import { readFindings, type FindingRow } from './read-findings';

/** What is wrong now: the alerts of the conventions, as this process alone sees them. */
export class FindingsSection {
  private readonly summary = element('p', { class: 'findings-summary' });
  private readonly explained = element('p', { class: 'quiet' });
  private readonly unevaluated = element('ul');
  private readonly fold = element(
    'details',
    { class: 'unevaluated' },
    element('summary'),
    this.unevaluated,
  );
  private readonly rows = new KeyedList<FindingRow, HTMLElement>(
    element('ul', { class: 'findings-list' }),
    { key: ({ key }) => key, make: makeRow, update: updateRow },
  );
  readonly element = element(
    'section',
    { class: 'card findings', id: 'findings', 'aria-labelledby': 'findings-title' },
    element(
      'div',
      { class: 'findings-head' },
      element('h2', { id: 'findings-title' }, 'Findings'),
      this.summary,
    ),
    this.rows.container,
    this.explained,
    this.fold,
  );
  private known = new Set<string>();

  /** @returns What is firing that was not a moment ago, in words; undefined when nothing is. */
  update(frame: Frame): string | undefined {
    const { rows, explained } = readFindings(frame);
    this.rows.update(rows);
    const firing = rows.filter(({ state }) => state === 'firing');
    const pending = rows.filter(({ state }) => state === 'pending');
    setAttribute(
      this.element,
      'data-state',
      firing.length > 0 ? 'firing' : pending.length > 0 ? 'pending' : 'calm',
    );
    setText(this.summary, summaryOf(frame, firing.length, pending.length));
    setText(this.explained, `Explained by these: ${explained.join(', ')}.`);
    setShown(this.explained, explained.length > 0);
    this.showUnevaluated(frame);
    const news = firing.filter(({ key }) => !this.known.has(key));
    this.known = new Set(firing.map(({ key }) => key));
    return news.length === 0
      ? undefined
      : news.map(({ name, measure }) => `${name} is firing: ${measure}`).join('. ');
  }

  private showUnevaluated({ start, health }: Frame): void {
    const history = health?.historySeconds ?? 0;
    const lines = start.alerts.flatMap(({ name, unevaluated, needsSeconds, windowSeconds }) => {
      if (unevaluated === 'other processes') return [`${name}: needs to see other processes`];
      if (unevaluated !== undefined)
        return [`${name}: needs ${formatSpan(windowSeconds)} of record`];
      return history < needsSeconds
        ? [`${name}: needs ${formatSpan(needsSeconds)} of record, ${formatSpan(history)} so far`]
        : [];
    });
    const summary = this.fold.firstElementChild;
    if (summary !== null) setText(summary, `${formatCount(lines.length)} not evaluated here`);
    setShown(this.fold, lines.length > 0);
    if (this.unevaluated.children.length !== lines.length) {
      this.unevaluated.replaceChildren(...lines.map(() => element('li')));
    }
    lines.forEach((line, index) => {
      const item = this.unevaluated.children[index];
      if (item !== undefined) setText(item, line);
    });
  }
}

function summaryOf({ start }: Frame, firing: number, pending: number): string {
  const evaluated = start.alerts.filter(({ unevaluated }) => unevaluated === undefined).length;
  if (firing + pending === 0)
    return `All clear. ${plural(evaluated, 'alert')} evaluated all the time.`;
  return [
    firing > 0 ? `${formatCount(firing)} firing` : undefined,
    pending > 0 ? `${formatCount(pending)} pending` : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

const STATE_CLASSES = (row: FindingRow): string => `finding ${row.state} ${row.severity}`;

function makeRow(row: FindingRow): HTMLElement {
  const { name, panel, runbook, severity, state } = row;
  return element(
    'li',
    { class: STATE_CLASSES(row) },
    element('span', { class: `chip ${state} ${severity}` }, state),
    element(
      'div',
      { class: 'finding-what' },
      element('strong', { class: 'finding-name' }, name),
      element('span', { class: 'finding-meaning' }, row.meaning),
    ),
    element('span', { class: 'finding-measure' }),
    element('span', { class: 'finding-when' }),
    element(
      'span',
      { class: 'finding-links' },
      panel && element('a', { href: `#${panel.id}` }, panel.title),
      runbook === undefined
        ? undefined
        : element(
            'a',
            {
              href: runbook,
              target: '_blank',
              rel: 'noreferrer',
              'aria-label': `Runbook of ${name}`,
            },
            'Runbook',
          ),
    ),
  );
}

function updateRow(made: HTMLElement, { measure, when }: FindingRow): void {
  const [says, since] = ['.finding-measure', '.finding-when'].map((name) =>
    made.querySelector(name),
  );
  if (!says || !since) return;
  setText(says, measure);
  setText(since, when);
}
