import type { Frame } from '../data/frame';
import { element, setAttribute, setText } from '../dom/element';
import { KeyedList } from '../dom/keyed-list';
import { SETUP_CHECKS } from './setup-checks';

const MARKS = { yes: '✓', no: '✗', unknown: '?' } as const;

interface Row {
  readonly question: string;
  readonly remedy: string;
  readonly code: string;
  readonly href: string;
  readonly answer: keyof typeof MARKS;
}

/** Why nothing is drawn yet, as a list of questions that the process answers. */
export class SetupSection {
  private readonly checks = new KeyedList<Row, HTMLElement>(element('ol', { class: 'checks' }), {
    key: ({ question }) => question,
    make: makeCheck,
    update: updateCheck,
  });
  private readonly command = element('code');
  readonly element = element(
    'section',
    { class: 'card setup', 'aria-labelledby': 'setup-title' },
    element('h2', { id: 'setup-title' }, 'Nothing recorded yet'),
    element(
      'p',
      { class: 'sentence' },
      'The page fills with the first attempt to authenticate. So far:',
    ),
    this.checks.container,
    element('p', {}, 'This makes one failing attempt; put in a path that needs authentication:'),
    element('pre', { tabindex: 0 }, this.command),
  );

  update({ setup, start }: Frame): void {
    if (setup === undefined) return;
    const { source } = start.process;
    const origin = source === 'reader' ? location.origin : 'http://localhost:3000';
    setText(
      this.command,
      `curl -i -H 'Authorization: Bearer not-a-token' ${origin}/a-protected-path`,
    );
    this.checks.update(
      SETUP_CHECKS[source].map(({ answer, ...check }) => {
        const given = answer(setup);
        return {
          ...check,
          href: `${start.docs}troubleshooting.md#${check.code.toLowerCase()}`,
          answer: given === undefined ? 'unknown' : given ? 'yes' : 'no',
        };
      }),
    );
  }
}

function makeCheck({ question, remedy, code, href }: Row): HTMLElement {
  return element(
    'li',
    { class: 'check' },
    element('span', { class: 'check-mark', role: 'img' }),
    element(
      'span',
      {},
      element('strong', {}, question),
      element(
        'span',
        { class: 'check-remedy' },
        `${remedy} `,
        element(
          'a',
          { href, target: '_blank', rel: 'noreferrer', 'aria-label': `${code}: ${question}` },
          code,
        ),
      ),
    ),
  );
}

function updateCheck(made: HTMLElement, { answer }: Row): void {
  setAttribute(made, 'data-answer', answer);
  const mark = made.firstElementChild;
  if (mark === null) return;
  setText(mark, MARKS[answer]);
  setAttribute(mark, 'aria-label', answer);
}
