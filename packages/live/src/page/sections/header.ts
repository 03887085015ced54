import { Choice } from '../controls/choice';
import { Segments } from '../controls/segments';
import { RANGES, type RangeName } from '../data/view';
import { element, setAttribute, setShown, setText } from '../dom/element';
import { THEMES } from '../style/theme-names';
import type { SenderPayload } from '../../shared/payload';
import type { UrlState } from '../url-state';
import type { ConnectionState } from './connection';

/** What the header tells the page. */
export interface HeaderEvents {
  readonly onChange: (change: Partial<UrlState>) => void;
  readonly onPause: () => void;
}

const EVERYTHING = 'all';

/** Who is shown, how it stands, and what is chosen. */
export class Header {
  private readonly service = element('strong', { class: 'service' });
  private readonly process = element('span', { class: 'process' });
  private readonly status = element('span', { class: 'status' });
  private readonly pause = element('button', { type: 'button', 'aria-keyshortcuts': 'P' }, 'Pause');
  private readonly tables = element(
    'button',
    { type: 'button', 'aria-keyshortcuts': 'T' },
    'Tables',
  );
  private readonly range: Segments<RangeName>;
  private readonly method: Choice;
  private readonly reason: Choice;
  private readonly theme: Choice;
  private readonly sender: Choice;
  private readonly clock = element('span', { class: 'chip warning' });
  readonly element: HTMLElement;

  constructor(state: UrlState, { onChange, onPause }: HeaderEvents) {
    const labels = Object.fromEntries(
      Object.entries(RANGES).map(([name, { label }]) => [name, label]),
    ) as Record<RangeName, string>;
    this.range = new Segments('Time range', labels, state.range, (range) => {
      onChange({ range });
    });
    const filter = (name: 'method' | 'reason') => (value: string) => {
      onChange({ [name]: value === EVERYTHING ? undefined : value });
    };
    this.method = new Choice('Method', 'filter of the page', filter('method'));
    this.reason = new Choice('Reason', 'filter of the page', filter('reason'));
    this.sender = new Choice('Sender', 'whom the page shows', (sender) => {
      onChange({ sender });
    });
    this.theme = new Choice('Theme', 'page', (theme) => {
      onChange({ theme: THEMES.find((known) => known === theme) ?? 'auto' });
    });
    this.theme.offer(THEMES);
    this.theme.choose(state.theme);
    this.pause.addEventListener('click', onPause);
    this.tables.addEventListener('click', () => {
      onChange({ form: this.tables.getAttribute('aria-pressed') === 'true' ? 'chart' : 'table' });
    });
    this.element = element(
      'header',
      { class: 'top' },
      element(
        'div',
        { class: 'brand' },
        element('span', { class: 'logo', 'aria-hidden': 'true' }),
        element('h1', {}, 'Authmeter live'),
      ),
      element('p', { class: 'who' }, this.service, this.process, this.clock),
      this.status,
      element(
        'div',
        { class: 'controls', role: 'group', 'aria-label': 'View' },
        this.sender.element,
        this.method.element,
        this.reason.element,
        this.range.element,
        this.pause,
        this.tables,
        this.theme.element,
      ),
    );
  }

  /** Shows whom the page is about. */
  showProcess(service: string | undefined, process: string, timeScale: number): void {
    setText(this.service, service ?? 'a service without a name');
    setText(this.process, process);
    setText(this.clock, `demo clock ×${String(timeScale)}`);
    setShown(this.clock, timeScale !== 1);
  }

  showStatus({ kind }: ConnectionState, text: string, isPaused: boolean): void {
    setText(this.status, text);
    setAttribute(this.status, 'data-kind', isPaused ? 'paused' : kind);
    setText(this.pause, isPaused ? 'Resume' : 'Pause');
  }

  showForm(form: UrlState['form']): void {
    setAttribute(this.tables, 'aria-pressed', form === 'table' ? 'true' : 'false');
  }

  /** Offers whom the page can show, where there are several. */
  offerSenders(senders: readonly SenderPayload[], shown: string): void {
    setShown(this.sender.element, senders.length > 1);
    const names = new Map(senders.map(({ id, name }) => [id, name]));
    this.sender.offer([...names.keys()], (id) => names.get(id) ?? id);
    this.sender.choose(shown);
  }

  /** Offers what there is to filter by; what is chosen stays offered, also before it was seen. */
  offerFilters(methods: readonly string[], reasons: readonly string[], state: UrlState): void {
    for (const [choice, values, chosen] of [
      [this.method, methods, state.method],
      [this.reason, reasons, state.reason],
    ] as const) {
      choice.offer([
        EVERYTHING,
        ...new Set([...values, ...(chosen === undefined ? [] : [chosen])]),
      ]);
      choice.choose(chosen ?? EVERYTHING);
    }
  }
}
