import { element, setAttribute } from '../dom/element';

/** A few buttons of which one is pressed. */
export class Segments<Value extends string> {
  readonly element: HTMLElement;
  private readonly buttons: ReadonlyMap<Value, HTMLButtonElement>;

  constructor(
    label: string,
    labels: Readonly<Record<Value, string>>,
    private chosen: Value,
    private readonly onChange: (value: Value) => void,
  ) {
    this.buttons = new Map(
      (Object.entries(labels) as [Value, string][]).map(([value, text]) => {
        const button = element('button', { type: 'button' }, text);
        button.addEventListener('click', () => {
          this.choose(value);
        });
        return [value, button];
      }),
    );
    this.element = element(
      'div',
      { class: 'segments', role: 'group', 'aria-label': label },
      ...this.buttons.values(),
    );
    this.show();
  }

  get value(): Value {
    return this.chosen;
  }

  choose(value: Value): void {
    if (value === this.chosen) return;
    this.chosen = value;
    this.show();
    this.onChange(value);
  }

  private show(): void {
    for (const [value, button] of this.buttons) {
      setAttribute(button, 'aria-pressed', value === this.chosen ? 'true' : 'false');
    }
  }
}
