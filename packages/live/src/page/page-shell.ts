import { ATTEMPTS } from '@authmeter/core/conventions';
import type { Frame } from './data/frame';
import { View } from './data/view';
import { element, setShown } from './dom/element';
import { PANELS } from './panels/catalogue';
import { PanelCard } from './panels/panel-card';
import { Announcer } from './sections/announcer';
import { Banners } from './sections/banners';
import { describeProcess } from './sections/describe-process';
import { FindingsSection } from './sections/findings';
import { Footer } from './sections/footer';
import { Header, type HeaderEvents } from './sections/header';
import { SetupSection } from './sections/setup';
import { Tiles } from './sections/tiles';
import { setTheme } from './style/theme';
import type { UrlState } from './url-state';

/** Everything that is seen, and how a frame gets there. */
export class PageShell {
  readonly announcer = new Announcer();
  readonly banners = new Banners();
  readonly header: Header;
  private readonly setup = new SetupSection();
  private readonly findings = new FindingsSection();
  private readonly tiles = new Tiles();
  private readonly cards = PANELS.map((definition) => new PanelCard(definition));

  constructor(state: UrlState, events: HeaderEvents) {
    this.header = new Header(state, events);
    const footer = new Footer(state.keys, (keys) => {
      events.onChange({ keys });
    });
    const main = element(
      'main',
      { id: 'main', tabindex: -1 },
      this.banners.element,
      this.setup.element,
      this.findings.element,
      this.tiles.element,
      element('div', { class: 'panels' }, ...this.cards.map((card) => card.element)),
    );
    const skip = element('a', { class: 'skip', href: '#main' }, 'Skip to the findings');
    document.body.append(skip, this.header.element, main, footer.element, this.announcer.element);
    addEventListener('hashchange', () => {
      this.visit(location.hash.slice(1));
    });
  }

  applyTheme({ theme }: UrlState): void {
    setTheme(theme);
    for (const card of this.cards) card.redraw();
  }

  applyForm({ form }: UrlState): void {
    this.header.showForm(form);
    for (const card of this.cards) card.setForm(form);
  }

  /** Shows what the page was told; nothing but the header before that. */
  render(frame: Frame | undefined, state: UrlState): void {
    const isSetUp = frame !== undefined && frame.setup === undefined;
    for (const { element: part } of [this.findings, this.tiles]) setShown(part, isSetUp);
    setShown(this.setup.element, frame?.setup !== undefined);
    for (const { element: part } of this.cards) setShown(part, frame !== undefined);
    if (frame === undefined) return;
    const { range, method, reason } = state;
    const view = new View(frame, range, { method, reason });
    const { process, timeScale } = frame.start;
    this.header.showProcess(process.service, describeProcess(process, frame.now), timeScale);
    this.header.offerSenders(frame.senders, frame.instance);
    const [methods, reasons] = ['method', 'reason'].map((key) => view.valuesOf(ATTEMPTS, key));
    this.header.offerFilters(methods ?? [], reasons ?? [], state);
    this.setup.update(frame);
    const news = this.findings.update(frame);
    if (news !== undefined) this.announcer.say(news);
    this.tiles.update(view);
    for (const card of this.cards) card.update(view);
    document.title = titleOf(frame);
  }

  /** Opens a panel and puts the focus on it. */
  private visit(id: string): void {
    const card = this.cards.find(({ definition }) => definition.id === id);
    card?.open();
    card?.element.focus();
  }
}

function titleOf({ findings, start }: Frame): string {
  const firing = findings.filter(
    ({ state, explainedBy }) => state === 'firing' && explainedBy === undefined,
  ).length;
  const count = firing === 0 ? '' : `(${String(firing)} firing) `;
  return `${count}${start.process.service ?? 'Authmeter'} – Authmeter live`;
}
