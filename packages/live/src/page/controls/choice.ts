import { element } from '../dom/element';

/** A list of which one value is chosen; the first, unless somebody chose. */
export class Choice {
  readonly element: HTMLElement;
  private readonly select: HTMLSelectElement;
  private offered: readonly string[] = [];
  private isChosen = false;

  /** @param of What it belongs to, for those who do not see where it stands. */
  constructor(label: string, of: string, onChange: (value: string) => void) {
    this.select = element('select', { 'aria-label': `${label}, ${of}` });
    this.element = element('label', { class: 'choice' }, element('span', {}, label), this.select);
    this.select.addEventListener('change', () => {
      this.isChosen = true;
      onChange(this.select.value);
    });
  }

  get value(): string {
    return this.select.value;
  }

  /** Offers values; the one that somebody chose stays so while it is among them. */
  offer(values: readonly string[], label: (value: string) => string = (value) => value): void {
    this.list(values, label);
    const [first] = values;
    if (this.isChosen && values.includes(this.value)) return;
    this.isChosen = false;
    if (first !== undefined && document.activeElement !== this.select) this.select.value = first;
  }

  choose(value: string): void {
    this.isChosen = true;
    this.select.value = value;
  }

  private list(values: readonly string[], label: (value: string) => string): void {
    if (values.join('\n') === this.offered.join('\n')) return;
    // An order that changes with the traffic would move under the hand; new ones come last.
    const kept = this.offered.filter((value) => values.includes(value));
    const added = values.filter((value) => !kept.includes(value));
    const next = [...kept, ...added];
    if (next.join('\n') === this.offered.join('\n')) return;
    const { value } = this.select;
    this.offered = next;
    this.select.replaceChildren(
      ...next.map((text) => element('option', { value: text }, label(text))),
    );
    if (next.includes(value)) this.select.value = value;
  }
}
